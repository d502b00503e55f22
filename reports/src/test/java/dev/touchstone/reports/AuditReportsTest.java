package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.console.AuditTexts;
import dev.touchstone.reports.html.HtmlReport;
import dev.touchstone.reports.json.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditReportsTest {

    @TempDir
    Path folder;

    @Test
    void theConsoleNamesTheFirstIds() {
        assertThat(AuditTexts.print(SampleAudits.two(), folder))
                .isEqualTo("""

            Quiz <b>  audit of the data · folder
            size      1,208 items (val) in 2 subjects of 8 to 1,200, 10 to take solved examples from
            labels    art: no 2 (4 by chance), yes 6 (4 by chance)
            places    A 700 (600 by chance), B 500 (600 by chance)
            longest   the longest option is right in 62.5 % of 1,200 items; chance is 50.0 %
            lengths   20 to 1,500 characters, half of them 31 to 60, 95 % up to 120
            ! gold: items whose right answer is none of their choices: 1: quiz/law#7
            ! near leak: items that are nearly solved examples (item, then example): 3: quiz/law#1, quiz/law (shots)#0, quiz/law#2, quiz/law (shots)#1, …
            2 warnings

            Pages  audit of the data · mini
            size      0 items (test), 0 to take solved examples from
            no warning

            audit   FOLDER/audit.json
            report  FOLDER/audit.html
            """.replace("FOLDER", RunFiles.relative(Path.of(""), folder)));
    }

    @Test
    void theFileHasAllIds() throws IOException {
        new ResultsJson().writeAudits(SampleAudits.two(), folder);
        JsonNode quiz = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("audit.json")))
                .at("/suites/0");
        assertThat(quiz.at("/subjects/0").toString())
                .isEqualTo("{\"subject\":\"law\",\"split\":\"val\",\"items\":1200,\"shots\":5}");
        assertThat(quiz.at("/labels/0/labels/1").toString())
                .isEqualTo("{\"name\":\"yes\",\"right\":6,\"expected\":4.0}");
        assertThat(quiz.at("/longestOption/right").asDouble()).isEqualTo(0.625);
        assertThat(quiz.at("/characters/itemsUpTo2_4_8").size()).isEqualTo(6);
        assertThat(quiz.at("/warnings/0").toString())
                .isEqualTo(
                        "{\"kind\":\"gold\",\"fault\":true,\"text\":\"items whose right answer is none of their choices: 1\","
                                + "\"items\":[\"quiz/law#7\"]}");
        assertThat(quiz.at("/warnings/1/items").size()).isEqualTo(6);
        assertThat(quiz.at("/warnings/1/fault").asBoolean()).isFalse();
    }

    @Test
    void thePageHasNoScriptAndShowsTextAsText() throws IOException {
        new HtmlReport().writeAudits(SampleAudits.two(), folder);
        String page = Files.readString(folder.resolve("audit.html"));
        assertThat(page)
                .contains(
                        "<h2>Quiz &lt;b&gt;</h2>",
                        "<strong>near leak</strong>",
                        "quiz/law (shots)#2",
                        "up to 64",
                        "No warning.")
                .doesNotContain("<script", "<b>", "http");
    }
}

package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubjectMappingTest {

    @Test
    void titlesAndGroupsEqualThePublishersMapping() throws IOException {
        JsonNode mapping = new JsonMapper().readTree(Files.readString(Shared.path("data/ceval/subject_mapping.json")));
        Suite suite = SuiteCatalog.load().find("ceval").orElseThrow();
        assertThat(suite.subjects()).hasSize(mapping.size()).allSatisfy(subject -> {
            JsonNode published = mapping.get(subject.id());
            assertThat(subject.title()).isEqualTo(published.get(0).asString());
            assertThat(subject.localTitle()).isEqualTo(published.get(1).asString());
            assertThat(subject.group())
                    .isEqualToIgnoringCase(published.get(2).asString().replace(' ', '_'));
        });
    }
}

package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;

class SelectorTest {

    private static final List<String> RED = List.of(
            "colours/red#0", "colours/red#1", "colours/red#2", "colours/red#3", "colours/red#4", "colours/red#5");

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder);
    }

    @Benchmarks("colours/red")
    static class RedOnly {}

    static class NoAnchor {}

    @Test
    void theShippedAnchorRunsWhatThePropertySays() {
        assertThat(run.with("suite", "colours/red").tests(selectClass(BenchmarksTest.class)))
                .containsExactlyElementsOf(withCheck(RED));
    }

    @Test
    void theShippedAnchorRunsNothingWithoutTheProperty() {
        assertThat(run.tests(selectClass(BenchmarksTest.class))).isEmpty();
        assertThat(run.issues()).isEmpty();
    }

    @Test
    void anAnchorOfAUserRunsWhatItNames() {
        assertThat(run.tests(selectClass(RedOnly.class))).containsExactlyElementsOf(withCheck(RED));
    }

    @Test
    void anAnchorOfAUserRunsOnlyWhatThePropertyNamesToo() {
        assertThat(run.with("suite", "shapes").tests(selectClass(RedOnly.class)))
                .isEmpty();
    }

    @Test
    void twoAnchorsDoNotRunTheSameSuiteTwice() {
        run.with("suite", "colours/red");
        assertThat(run.tests(selectClass(RedOnly.class), selectClass(BenchmarksTest.class)))
                .containsExactlyElementsOf(withCheck(RED));
    }

    @Test
    void otherClassesAreLeftToOtherEngines() {
        assertThat(run.tests(selectClass(NoAnchor.class))).isEmpty();
        assertThat(run.discover(selectClass(NoAnchor.class)).getDiscoveryIssues())
                .isEmpty();
    }

    @Test
    void aPackageStandsForItsAnchors() {
        assertThat(run.tests(selectPackage("dev.touchstone.engine"))).containsExactlyElementsOf(withCheck(RED));
    }

    @Test
    void aClassPathRootStandsForItsAnchors() throws URISyntaxException {
        Path root = Path.of(SelectorTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(run.tests(selectClasspathRoots(Set.of(root)).get(0))).containsExactlyElementsOf(withCheck(RED));
    }

    @Test
    void aUriNamesASuiteExpression() {
        assertThat(run.tests(selectUri("touchstone:colours/red#4")))
                .containsExactly("colours/red#4", "colours: every item was evaluated");
        assertThat(run.tests(selectUri("touchstone:colours/*e"))).hasSize(13);
        assertThat(run.tests(selectUri("https:colours"))).isEmpty();
    }

    @Test
    void subjectsComeInTheSuitesOrderAndTheCheckLast() {
        assertThat(run.tests(selectUri("touchstone:colours/blue#1"), selectUri("touchstone:colours/red#2")))
                .containsExactly("colours/red#2", "colours/blue#1", "colours: every item was evaluated");
    }

    @Test
    void aDirectoryStandsForTheSuitesWhoseFilesItHolds() {
        run.without("data");
        assertThat(run.tests(selectDirectory(folder.resolve("data").toFile()))).hasSize(4 * 6 + 2);
        assertThat(run.tests(selectDirectory(folder.resolve("data/shapes").toFile())))
                .hasSize(7)
                .first()
                .isEqualTo("shapes/circle#0");
    }

    @Test
    void aUniqueIdNamesAnyNode() {
        run.with("suite", "colours");
        assertThat(run.tests(selectUniqueId("[engine:touchstone]/[suite:colours]")))
                .hasSize(19);
        assertThat(run.tests(selectUniqueId("[engine:touchstone]/[suite:colours]/[variant:native]")))
                .hasSize(19);
        String red = "[engine:touchstone]/[suite:colours]/[variant:native]/[subject:red]";
        assertThat(run.tests(selectUniqueId(red))).containsExactlyElementsOf(RED);
        assertThat(run.tests(selectUniqueId(red + "/[item:2]"))).containsExactly("colours/red#2");
        assertThat(run.tests(selectUniqueId("[engine:jupiter]"))).isEmpty();
    }

    @Test
    void everyNodeIsFoundAgainByItsUniqueId() {
        run.with("suite", "colours");
        TestDescriptor tree = run.discover(selectClass(BenchmarksTest.class)).getEngineDescriptor();
        for (TestDescriptor node : tree.getDescendants()) {
            UniqueId id = node.getUniqueId();
            TestDescriptor again = run.discover(selectUniqueId(id)).getEngineDescriptor();
            assertThat(again.findByUniqueId(id)).as(id.toString()).isPresent();
        }
    }

    @Test
    void aUniqueIdReachesAnItemBeyondTheLimit() {
        run.with("limit", "1");
        assertThat(run.tests(
                        selectUniqueId("[engine:touchstone]/[suite:colours]/[variant:native]/[subject:red]/[item:5]")))
                .containsExactly("colours/red#5");
    }

    @Test
    void theAnchorHasItsClassAsSourceAndItemsTheirLine() {
        run.with("suite", "colours/red#1");
        TestDescriptor tree = run.discover(selectClass(BenchmarksTest.class)).getEngineDescriptor();
        TestDescriptor anchor = tree.getChildren().iterator().next();
        assertThat(anchor.getSource()).contains(ClassSource.from(BenchmarksTest.class));
        FileSource source = (FileSource) item(tree).getSource().orElseThrow();
        assertThat(source.getFile()).hasName("red_val.csv");
        assertThat(source.getPosition().orElseThrow().getLine()).isEqualTo(3);
    }

    @Test
    void itemsAreTaggedWithSuiteGroupAndSubject() {
        run.with("suite", "colours/red#1");
        assertThat(item(run.discover(selectClass(BenchmarksTest.class)).getEngineDescriptor())
                        .getTags())
                .containsExactlyInAnyOrder(TestTag.create("colours"), TestTag.create("warm"), TestTag.create("red"));
    }

    private static TestDescriptor item(TestDescriptor tree) {
        return tree.getDescendants().stream()
                .filter(ItemDescriptor.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> withCheck(List<String> items) {
        List<String> all = new java.util.ArrayList<>(items);
        all.add("colours: every item was evaluated");
        return all;
    }
}

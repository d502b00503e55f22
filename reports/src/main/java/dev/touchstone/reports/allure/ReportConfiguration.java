package dev.touchstone.reports.allure;

import io.qameta.allure.Extension;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.MarkdownContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.context.ReportInfoContext;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.MarkdownDescriptionsPlugin;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.retry.RetryPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.util.List;
import java.util.Map;

/**
 * What Allure's generator does for Touchstone. The bundled configuration would also tell Google Analytics of each report, unless an
 * environment variable that only some builds set forbids it, and read results of Allure 1; so the extensions are named here one by one.
 */
final class ReportConfiguration implements Configuration {

    /** The generator's version, shown at the page's foot; a test compares it with the generator's own file. */
    static final String GENERATOR_VERSION = "2.34.0";

    private final String uuid;
    private final String name;
    private final List<Extension> extensions;

    /**
     * @param uuid names the report
     * @param name the page's title
     * @param facts what the first page says of the run, in reading order
     */
    ReportConfiguration(String uuid, String name, Map<String, String> facts) {
        this.uuid = uuid;
        this.name = name;
        this.extensions = extensions(facts);
    }

    @Override
    public String getUuid() {
        return uuid;
    }

    @Override
    public String getVersion() {
        return GENERATOR_VERSION;
    }

    @Override
    public String getReportName() {
        return name;
    }

    @Override
    public String getReportLanguage() {
        return "en";
    }

    @Override
    public List<Plugin> getPlugins() {
        return List.of();
    }

    @Override
    public List<Extension> getExtensions() {
        return extensions;
    }

    private static List<Extension> extensions(Map<String, String> facts) {
        return List.of(
                new JacksonContext(),
                new MarkdownContext(),
                new PageTemplate(),
                new RandomUidContext(),
                new ReportInfoContext(GENERATOR_VERSION),
                new MarkdownDescriptionsPlugin(),
                new TagsPlugin(),
                new RetryPlugin(),
                new RetryTrendPlugin(),
                new SeverityPlugin(),
                new HistoryPlugin(),
                new HistoryTrendPlugin(),
                new CategoriesPlugin(),
                new CategoriesTrendPlugin(),
                new DurationPlugin(),
                new DurationTrendPlugin(),
                new StatusChartPlugin(),
                new TimelinePlugin(),
                new SuitesPlugin(),
                new TestsResultsPlugin(),
                new AttachmentsPlugin(),
                new SummaryPlugin(),
                new ExecutorPlugin(),
                new LaunchPlugin(),
                new EnvironmentWidget(facts),
                new Allure2Plugin());
    }
}

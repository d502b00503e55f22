package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, driven by the chromedriver of this machine; nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** It warns that it does not know this browser's version; what is used here is the same in all. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it, or skips the test if there is no browser. */
    static Browser start(String language) {
        Optional<Path> browser = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = program("chromedriver");
        assumeTrue(
                browser.isPresent() && driver.isPresent(),
                "no browser to look at the report with: chromium and chromedriver are looked for on the PATH");
        VERSIONS.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,900",
                "--accept-lang=" + language);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .build();
        ChromeDriver started = new ChromeDriver(service, options);
        started.executeCdpCommand("Performance.enable", Map.of());
        return new Browser(started);
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** Opens the page anew and waits until its items are there. */
    void open(Path page, String fragment) {
        driver.get("about:blank");
        driver.get(page.toUri() + fragment);
        script("return document.readyState");
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        driver.executeAsyncScript("run.loaded.then(arguments[0], arguments[0])");
    }

    /** Goes to another view of the open page. */
    void go(String fragment) {
        script("location.hash = arguments[0]", fragment);
        waitFor("return location.hash === arguments[0]", fragment);
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object async(String script) {
        return driver.executeAsyncScript(script);
    }

    void waitFor(String condition, Object... arguments) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(script(condition, arguments))) {
            assertThat(System.nanoTime())
                    .as("waited %s seconds for: %s", PATIENCE.toSeconds(), condition)
                    .isLessThan(end);
        }
    }

    /**
     * Processor time that the page's process has used, in milliseconds. Unlike the time on the clock it does not depend on what else the
     * machine does.
     */
    long processorMillis() {
        Map<String, Object> answer = driver.executeCdpCommand("Performance.getMetrics", Map.of());
        return ((List<?>) answer.get("metrics"))
                .stream()
                        .map(metric -> (Map<?, ?>) metric)
                        .filter(metric -> "ProcessTime".equals(metric.get("name")))
                        .map(metric -> (Number) metric.get("value"))
                        .map(seconds -> Math.round(1000 * seconds.doubleValue()))
                        .findFirst()
                        .orElseThrow();
    }

    WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> elements(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The text that is in sight. */
    String text(String css) {
        return element(css).getText();
    }

    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What the page complained about, such as an exception or something that was blocked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}

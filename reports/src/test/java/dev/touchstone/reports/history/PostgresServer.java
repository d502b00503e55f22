package dev.touchstone.reports.history;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server with a cluster of its own in a new folder, reached at the loopback address only. */
final class PostgresServer {

    private static final String USER = "touchstone";

    /** Where Debian puts it, because several versions can be installed; and where others do. */
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    private static final long MOST_SECONDS = 60;

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static boolean isInstalled() {
        return programs().isPresent();
    }

    static PostgresServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("touchstone-postgres");
        PostgresServer server = new PostgresServer(folder, freePort());
        if (isRoot()) {
            run(folder, List.of("chown", "postgres", folder.toString()));
        }
        Path data = folder.resolve("data");
        server.postgres("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
        String options = "-p " + server.port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off";
        server.postgres("pg_ctl", "-D", data.toString(), "-w", "-o", options, "-l", folder + "/log", "start");
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER;
    }

    void stop() throws IOException, InterruptedException {
        postgres("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** The server refuses to run as root, and the package has made a user for it. */
    private void postgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs().orElseThrow().resolve(program).toString());
        command.addAll(List.of(arguments));
        run(folder, command);
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("touchstone-postgres", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
        }
        Files.delete(output);
    }

    private static Optional<Path> programs() {
        return Stream.concat(versions(), PLACES.stream())
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    private static Stream<Path> versions() {
        Path all = Path.of("/usr/lib/postgresql");
        try (Stream<Path> found = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return found.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

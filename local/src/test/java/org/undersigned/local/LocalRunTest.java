package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalRunTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void itSaysWhereItIsReadyAndEndsSoonAfterItIsToldTo() throws Exception {
        Process process = run("--port", "0", "--no-sample");
        try (var out = process.inputReader()) {
            String ready = out.readLine();
            assertThat(ready).matches("Undersigned is ready at http://localhost:\\d+");
            String url = ready.substring("Undersigned is ready at ".length());
            assertThat(get(url + "/local/inbox.json")).isEqualTo(200);

            process.toHandle().destroy();

            assertThat(process.waitFor(3, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
    void anOptionThatCannotBeFollowedIsOneLineAndExitCode2() throws Exception {
        Process process = run("--port", "many");
        assertThat(process.errorReader().lines().toList())
                .containsExactly("--port takes a number from 0 to 65535, not many.");
        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void aTakenPortIsOneLineAndExitCode2() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = run("--port", Integer.toString(taken.getLocalPort()));
            assertThat(process.errorReader().lines().toList())
                    .containsExactly("Port " + taken.getLocalPort()
                            + " is taken. Give another one with --port, or 0 for a free one.");
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    @Test
    @Timeout(60)
    void aFileAsTheFolderForDataIsOneLineAndExitCode2() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Process process = run("--port", "0", "--data", file.toString());
        assertThat(process.errorReader().lines().toList()).containsExactly(file + " is a file. Give --data a folder.");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void whatNobodyForesawIsToldInTwoLinesAndEndsTheProcess() throws Exception {
        Files.writeString(folder.resolve("tables"), "in the way");
        Process process = run("--port", "0", "--data", folder.toString());
        assertThat(process.errorReader().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("The local run does not start: java.io.UncheckedIOException");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static int get(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // A machine whose digits are not those of SQL.
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dundersigned.project=" + Project.root(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalRun.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}

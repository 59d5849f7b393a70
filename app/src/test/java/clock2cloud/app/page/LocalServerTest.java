package clock2cloud.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import clock2cloud.app.slider.SpotSlider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalServerTest {
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer(0);
        server.show(new Site()
                .add("index.html", () -> new Page("index.html", "Start", "d", "", "<h1>Start</h1>"))
                .add("bad.html", () -> {
                    throw new IllegalArgumentException("no fonts on this machine");
                }));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Raw, so that no client tidies the path up. */
    private String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theStartPageIsServedWithItsGuards() throws IOException {
        String said = ask("GET /");
        assertTrue(said.startsWith("HTTP/1.1 200") && said.contains("<h1>Start</h1>"), said);
        assertTrue(said.toLowerCase().contains("content-security-policy: default-src 'none'"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /../../etc/passwd, 404",
        "GET /%2e%2e/%2e%2e/etc/passwd, 404",
        "GET //etc/passwd, 404",
        "GET /index.html/.., 404",
        "GET /nothing.html, 404",
        "GET /bad.html, 500",
        "POST /, 405",
        "DELETE /index.html, 405",
        "PUT /x, 405",
        "GET /api/spot, 400",
        "GET /api/spot?bid=1&rate=0.2&interval=NaN, 400",
        "GET /api/spot?bid=1e9&rate=0.2&interval=30, 400",
        "GET /api/spot?bid=x&rate=0.2&interval=30, 400"
    })
    void nothingElseIs(String request, int code) throws IOException {
        String said = ask(request);
        assertTrue(said.startsWith("HTTP/1.1 " + code), said);
        assertTrue(!said.contains("root:"), said);
    }

    @Test
    void aHeadIsAnsweredWithoutThePage() throws IOException {
        String said = ask("HEAD /");
        assertTrue(said.startsWith("HTTP/1.1 200") && !said.contains("<h1>"), said);
    }

    /** While this machine is measured the pages stand, with a word above; afterwards a script finds that they are new. */
    @Test
    void newsStandAboveThePageUntilTheyAreOver() throws IOException {
        assertTrue(!ask("GET /").contains("c2c-news"));
        server.tell(new News("being <measured>", false));
        String said = ask("GET /");
        assertTrue(
                said.contains("id=\"c2c-news\">being &lt;measured&gt;</p>") && said.contains("<h1>Start</h1>"), said);
        assertTrue(ask("GET /api/news").contains("\"over\" : false"));
        server.tell(new News("measured", true));
        assertTrue(!ask("GET /").contains("c2c-news"));
        assertTrue(ask("GET /api/news").contains("\"over\" : true"));
    }

    /** Clients that stop in the middle of their question do not keep others waiting. */
    @Test
    void halfAQuestionHoldsNobodyUp() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.UTF_8));
            slow.add(socket);
        }
        assertTrue(ask("GET /").startsWith("HTTP/1.1 200"));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void aLongQueryIsRefused() throws IOException {
        assertTrue(ask("GET /api/spot?" + "x".repeat(300)).startsWith("HTTP/1.1 414"));
    }

    @Test
    void theHeavyModelAnswersWithMoreRuns() throws IOException {
        String said = ask("GET /api/spot?bid=0.17&rate=0.2&interval=33");
        JsonNode json = new ObjectMapper().readTree(said.substring(said.indexOf("\r\n\r\n")));
        assertEquals(LocalServer.RUNS, json.get("runs").asInt());
        assertEquals(
                SpotSlider.run(0.17, 0.2, 1980, 2017, LocalServer.RUNS)[1],
                json.at("/values/1").asDouble());
    }

    @Test
    void itListensToThisMachineOnly() throws IOException {
        InetAddress other = InetAddress.getLocalHost();
        if (!other.isLoopbackAddress()) {
            assertThrows(IOException.class, () -> new Socket(other, server.port()).close());
        }
    }

    @Test
    void aBusyPortIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("serve", "--stored", "--port", String.valueOf(taken.getLocalPort()));
            assertEquals(2, run.code(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().contains("port " + taken.getLocalPort() + " is taken"), run.err());
        }
    }

    @Test
    void afterClosingNobodyAnswers() {
        int port = server.port();
        server.close();
        assertThrows(IOException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }
}

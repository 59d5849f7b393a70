package clock2cloud.app.page;

import clock2cloud.app.slider.SpotSlider;
import clock2cloud.app.table.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the pages to this machine only, and answers their sliders with more simulated runs than a browser would want to
 * wait for. It knows the pages by name; no path of the file system is ever asked for.
 */
public final class LocalServer implements AutoCloseable {
    static final int RUNS = 20_000;

    private static final int LONGEST_QUERY = 200;
    private static final String SECURITY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'self';"
                    + " img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "page");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, byte[]> files = new HashMap<>();

    /**
     * @param port 0 for any free one
     * @throws IllegalArgumentException when the port is taken
     */
    public LocalServer(List<Page> pages, int port) throws IOException {
        for (Page page : pages) {
            String html = page.html()
                    .replace(
                            "<script>\n(function(){var exports",
                            "<script>self.c2cServer=true;\n(function(){var exports");
            files.put("/" + page.file(), html.getBytes(StandardCharsets.UTF_8));
        }
        if (Sliders.present()) {
            files.put("/" + Sliders.FILE, Sliders.script().getBytes(StandardCharsets.UTF_8));
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "port " + port + " is taken or not allowed; leave --port away for any free one", e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = exchange.getRequestURI().getRawQuery();
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                text(exchange, 405, "only GET is answered");
            } else if (query != null && query.length() > LONGEST_QUERY) {
                text(exchange, 414, "a query holds at most " + LONGEST_QUERY + " characters");
            } else if ("/api/spot".equals(path)) {
                spot(exchange, query == null ? "" : query);
            } else {
                byte[] file = files.get("/".equals(path) ? "/index.html" : path);
                if (file == null) {
                    text(exchange, 404, "there is no such page; start at /");
                } else {
                    String type = path.endsWith(".js") ? "text/javascript" : "text/html";
                    send(exchange, 200, type, file);
                }
            }
        }
    }

    /** The answer of a slider. */
    record Answer(int runs, double[] values) {}

    private static void spot(HttpExchange exchange, String query) throws IOException {
        try {
            double bid = number(query, "bid", 0.01, 10);
            double rate = number(query, "rate", 0.001, 1);
            double interval = number(query, "interval", 5, 300);
            String json = Json.write(new Answer(RUNS, SpotSlider.run(bid, rate, 60 * interval, 2017, RUNS)));
            send(exchange, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            text(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    private static double number(String query, String name, double low, double high) {
        for (String part : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                double value = Double.parseDouble(part.substring(name.length() + 1));
                if (value >= low && value <= high) {
                    return value;
                }
            }
        }
        throw new IllegalArgumentException(name + " must be a number from " + low + " to " + high);
    }

    private static void text(HttpExchange exchange, int code, String words) throws IOException {
        send(exchange, code, "text/plain", (words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", SECURITY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(code, head ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Answers nobody any more, at once. */
    public void stop() {
        server.stop(0);
        workers.shutdownNow();
    }
}

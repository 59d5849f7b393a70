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
import java.util.List;
import java.util.Optional;
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

    /** Seconds that a client may take for its question; half a question must not keep a thread for ever. */
    private static final String PATIENCE = "sun.net.httpserver.maxReqTime";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "page");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Site site = new Site();
    private volatile News news = News.NONE;

    /**
     * Answers from now on, with no page yet.
     *
     * @param port 0 for any free one
     * @throws IllegalArgumentException when the port is taken
     */
    public LocalServer(int port) throws IOException {
        if (System.getProperty(PATIENCE) == null) {
            System.setProperty(PATIENCE, "20");
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

    /** Answers with these pages from now on. */
    public void show(Site pages) {
        site = pages;
    }

    /** Tells this above every page, until it is over and the pages are new. */
    public void tell(News words) {
        news = words;
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
            } else if ("/api/news".equals(path)) {
                send(exchange, 200, "application/json", bytes(Json.write(news)));
            } else if (("/" + Sliders.FILE).equals(path) && Sliders.present()) {
                send(exchange, 200, "text/javascript", bytes(Sliders.script()));
            } else {
                page(exchange, path.equals("/") ? "index.html" : path.substring(1));
            }
        }
    }

    private void page(HttpExchange exchange, String file) throws IOException {
        try {
            Optional<Page> page = site.page(file);
            if (page.isPresent()) {
                send(exchange, 200, "text/html", bytes(html(page.get())));
            } else {
                text(exchange, 404, "there is no such page; start at /");
            }
        } catch (IllegalArgumentException e) {
            text(exchange, 500, "this page could not be drawn: " + e.getMessage());
        }
    }

    private String html(Page page) {
        String html = page.html()
                .replace("<script>\n(function(){var exports", "<script>self.c2cServer=true;\n(function(){var exports");
        News now = news;
        return now.over() ? html : html.replace("<main id=\"main\">\n", "<main id=\"main\">\n" + now.html());
    }

    /** The answer of a slider. */
    record Answer(int runs, double[] values) {}

    private static void spot(HttpExchange exchange, String query) throws IOException {
        try {
            double bid = number(query, "bid", 0.01, 10);
            double rate = number(query, "rate", 0.001, 1);
            double interval = number(query, "interval", 5, 300);
            String json = Json.write(new Answer(RUNS, SpotSlider.run(bid, rate, 60 * interval, 2017, RUNS)));
            send(exchange, 200, "application/json", bytes(json));
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
        send(exchange, code, "text/plain", bytes(words + "\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

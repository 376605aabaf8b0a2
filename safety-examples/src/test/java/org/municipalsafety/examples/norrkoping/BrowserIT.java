/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.examples.Chromium;

/** The page in a real browser: nothing of it lies outside the window, on a desk and on a telephone. */
class BrowserIT {

    @TempDir
    static Path folder;

    private static HttpServer server;

    @BeforeAll
    static void playAndServe() throws Exception {
        Chromium.assumeInstalled();
        for (String lang : List.of("sv", "en")) {
            Program.Run run = Program.run("--out", folder.resolve(lang).toString(), "--lang", lang);
            assertThat(run.exitCode()).as(run.errors()).isZero();
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            Matcher frame = Pattern.compile("frame/(\\d+)/(.*)").matcher(path);
            byte[] body = frame.matches()
                    ? frame(frame.group(1), "/" + frame.group(2)).getBytes(StandardCharsets.UTF_8)
                    : Files.readAllBytes(folder.resolve(path));
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sv/index.html, 1280",
        "sv/index.html, 390",
        "en/index.html, 1280",
        "en/index.html, 390",
        "sv/bulletin.sv.html, 390",
        "sv/bulletin.en.html, 390"
    })
    void thePageFitsTheWindow(String page, int width) throws Exception {
        String dom = dump("frame/" + width + "/" + page);
        Matcher measured = Pattern.compile("<output>(\\d+) (\\d+)</output>").matcher(dom);
        assertThat(measured.find()).as(dom).isTrue();
        assertThat(Integer.parseInt(measured.group(1))).isLessThanOrEqualTo(width);
        assertThat(Integer.parseInt(measured.group(2))).isGreaterThan(300);
    }

    /** A page that shows another at a width and notes how wide and how high that one is. */
    private static String frame(String width, String page) {
        return """
                <!doctype html><title>frame</title>
                <iframe id="f" style="border:0" width="%s" height="900" src="%s"></iframe><output></output>
                <script>
                document.getElementById('f').addEventListener('load', e => {
                  const d = e.target.contentDocument.documentElement;
                  document.querySelector('output').textContent = d.scrollWidth + ' ' + d.scrollHeight;
                });
                </script>
                """.formatted(width, page);
    }

    private static String dump(String path) throws IOException, InterruptedException {
        byte[] dom = Chromium.run(
                folder,
                "--virtual-time-budget=5000",
                "--dump-dom",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
        return new String(dom, StandardCharsets.UTF_8);
    }
}

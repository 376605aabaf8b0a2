/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An SMTP server on loopback that can be troublesome at every point of the conversation. */
final class MailSide implements ProviderSide {

    private static final Pattern WORD =
            Pattern.compile("=\\?UTF-8\\?Q\\?([^?]*)\\?=(\\s+(?==\\?))?", Pattern.CASE_INSENSITIVE);

    private final ServerSocket server;
    private final Thread acceptor;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private volatile @Nullable Trouble trouble;

    MailSide() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        acceptor = start(this::accept);
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "mail-side");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> talk(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = socket.getOutputStream()) {
            if (trouble == Trouble.SILENT) {
                in.read(); // never answers; ends when the other side does
                return;
            }
            say(out, "220 ready");
            String line;
            while ((line = in.readLine()) != null) {
                String verb = line.split(" ", 2)[0];
                if (verb.equals("RCPT") && trouble == Trouble.REFUSED_FOR_NOW) {
                    say(out, "450 later " + line);
                } else if (verb.equals("RCPT") && trouble == Trouble.REFUSED_FOR_GOOD) {
                    say(out, "550 no such user " + line);
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    arrived.add(mail(in));
                    if (trouble == Trouble.LOST_AFTER_HANDOVER) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Arrived mail(BufferedReader in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String last = "";
        String line;
        while (!(line = in.readLine()).isEmpty()) {
            if (Character.isWhitespace(line.charAt(0))) {
                headers.merge(last, line, String::concat);
            } else {
                last = line.substring(0, line.indexOf(':')).toLowerCase();
                headers.put(last, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        StringBuilder body = new StringBuilder();
        while (!(line = in.readLine()).equals(".")) {
            body.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        boolean quoted = headers.getOrDefault("content-transfer-encoding", "").equals("quoted-printable");
        String text = quoted ? unquoted(body.toString().replace("=\n", ""), false) : body.toString();
        StringBuilder subject = new StringBuilder();
        Matcher words = WORD.matcher(headers.getOrDefault("subject", ""));
        while (words.find()) {
            words.appendReplacement(subject, Matcher.quoteReplacement(unquoted(words.group(1), true)));
        }
        words.appendTail(subject);
        return new Arrived(headers.getOrDefault("message-id", ""), subject + "\n" + text);
    }

    private static String unquoted(String text, boolean header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(header && c == '_' ? ' ' : c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("host", "127.0.0.1");
        config.put("port", server.getLocalPort());
        config.put("from", "larm@norrkoping.example");
        config.put("security", "PLAIN_LOOPBACK");
        return config;
    }

    @Override
    public List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    @Override
    public boolean begin(Trouble begun) {
        trouble = begun;
        if (begun == Trouble.UNREACHABLE) {
            close();
        }
        return true;
    }

    /**
     * Nobody can connect once it has returned: a thread that still waits in {@code accept} keeps the port open for a
     * while after the server's socket has been closed.
     */
    @Override
    public void close() {
        try {
            server.close();
            acceptor.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("The test was interrupted.", interrupted);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.municipalsafety.core.SafetyException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on the loopback address that keeps each message as a file. A message is on disk before the sender is
 * told that it was accepted, and a message that comes again, by its Message-ID, is the same file.
 *
 * <p>Thread-safe.
 */
final class Mailbox implements AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>\\r\\n]{1,200})>");

    private final SMTPServer server;

    private Mailbox(SMTPServer server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param folder where the messages are kept; made when the first one comes
     * @param port the port, or 0 for any that is free
     * @return the running server
     * @throws SafetyException if the port is in use
     */
    static Mailbox start(Path folder, int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int chosen;
        try (ServerSocket free = new ServerSocket(port, 1, loopback)) {
            chosen = free.getLocalPort();
        } catch (IOException inUse) {
            throw inUse(port, inUse);
        }
        SMTPServer server = SMTPServer.port(chosen)
                .bindAddress(loopback)
                .hostName("localhost")
                .maxMessageSize(1_000_000)
                .messageHandler((context, from, to, data) -> keep(folder, data))
                .build();
        try {
            server.start();
        } catch (RuntimeException inUse) {
            throw inUse(port, inUse);
        }
        return new Mailbox(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void keep(Path folder, byte[] data) throws RejectException {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name(data) + ".eml");
            Path beside = folder.resolve(name(data) + ".new");
            Files.write(beside, data);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new RejectException(451, "The message could not be kept");
        }
    }

    private static String name(byte[] data) {
        Matcher id = MESSAGE_ID.matcher(new String(data, 0, Math.min(data.length, 20_000), StandardCharsets.US_ASCII));
        if (id.find()) {
            return id.group(1).replaceAll("[^A-Za-z0-9.-]", "_");
        }
        return "message-" + HexFormat.of().toHexDigits(java.util.Arrays.hashCode(data));
    }

    private static SafetyException inUse(int port, Exception cause) {
        return new SafetyException("""
                The mail server cannot listen on port %d of this machine.
                Maybe another program uses it; leave --smtp-port out, and a free one is taken.""".formatted(port), cause);
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on loopback that writes each mail to a file before it says that it has it. */
public final class SmtpServer implements AutoCloseable {

    public final List<String> mails = new CopyOnWriteArrayList<>();
    public volatile int rejectRecipientWith;
    public volatile int rejectDataWith;
    private final Path folder;
    private final SMTPServer server;

    public SmtpServer(Path folder) {
        this.folder = folder;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Handler())
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** A port on which nobody listens. */
    public static int deadPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (rejectRecipientWith != 0) {
                throw new RejectException(rejectRecipientWith, "no such user <" + recipient + ">");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            String mail = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            if (rejectDataWith != 0) {
                throw new RejectException(rejectDataWith, "not now");
            }
            Files.writeString(folder.resolve("mail-" + mails.size() + ".eml"), mail);
            mails.add(mail);
            return null;
        }

        @Override
        public void done() {}
    }
}

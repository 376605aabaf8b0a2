/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.Outcome;

/** Sends each message over a connection of its own, so that nothing of one message can disturb another. */
final class MailNotifier implements Notifier {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final MailConfig config;
    private volatile boolean closed;

    MailNotifier(MailConfig config) {
        this.config = requireNonNull(config, "config");
    }

    @Override
    public Outcome send(Message message, Deadline deadline) throws InterruptedException {
        if (closed) {
            return Outcome.retryable("notifier-closed");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (deadline.isOver()) {
            return Outcome.retryable("no-time");
        }
        Handed handed = new Handed();
        Quiet.begin();
        try (Guard guard = new Guard(deadline)) {
            Outcome outcome;
            try {
                Session session = Session.getInstance(properties(deadline, guard));
                Mail mail = new Mail(session, message, config, handed);
                outcome = deliver(session, mail);
            } catch (AddressException unusable) {
                outcome = Outcome.permanent("bad-address");
            } catch (MessagingException failed) {
                outcome = classify(failed, handed);
            }
            if (guard.interrupted() && !outcome.isSuccess()) {
                throw new InterruptedException();
            }
            return outcome;
        } finally {
            Quiet.end();
        }
    }

    private Outcome deliver(Session session, Mail mail) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(
                    config.host(),
                    config.port(),
                    config.username().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(mail, requireNonNull(mail.getAllRecipients()));
            return Outcome.accepted(mail.id);
        } finally {
            try {
                transport.close();
            } catch (MessagingException tooLate) {
                // The server has taken the message or refused it; how the connection ends changes nothing.
            }
        }
    }

    private Properties properties(Deadline deadline, Guard guard) {
        Properties properties = new Properties();
        put(properties, "mail.smtp.host", config.host());
        put(properties, "mail.smtp.port", Integer.toString(config.port()));
        put(
                properties,
                "mail.smtp.connectiontimeout",
                millis(config.connectTimeout().orElse(MailConfig.CONNECT_TIMEOUT), deadline));
        put(properties, "mail.smtp.timeout", millis(config.readTimeout().orElse(MailConfig.READ_TIMEOUT), deadline));
        put(
                properties,
                "mail.smtp.writetimeout",
                millis(config.readTimeout().orElse(MailConfig.READ_TIMEOUT), deadline));
        put(properties, "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        put(properties, "mail.smtp.localhost", "localhost");
        put(properties, "mail.smtp.from", config.from());
        put(properties, "mail.smtp.allow8bitmime", "true");
        put(properties, "mail.smtp.quitwait", "false");
        put(properties, "mail.smtp.ssl.checkserveridentity", "true");
        put(properties, "mail.smtp.ssl.enable", Boolean.toString(config.security() == MailConfig.Security.TLS));
        boolean startTls = config.security() == MailConfig.Security.STARTTLS;
        put(properties, "mail.smtp.starttls.enable", Boolean.toString(startTls));
        put(properties, "mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.socketFactory", guard);
        put(properties, "mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    private static void put(Properties properties, String key, String value) {
        properties.setProperty(key, value);
    }

    private static String millis(Duration configured, Deadline deadline) {
        Duration left = deadline.remaining();
        Duration time = configured.compareTo(left) > 0 ? left : configured;
        return Long.toString(Math.max(1, time.toMillis()));
    }

    /**
     * What a failure means (N1). A server's reply code decides where there is one. Without one, the message may have
     * been taken if its last line was on the way; before that it surely was not.
     */
    private static Outcome classify(MessagingException failed, Handed handed) {
        int code = replyCode(failed);
        if (code >= 400 && code < 500) {
            return Outcome.retryable("smtp-" + code);
        }
        if (code >= 500 && code < 600) {
            return Outcome.permanent("smtp-" + code);
        }
        if (handed.whole) {
            return Outcome.unknown("connection-lost");
        }
        if (failed instanceof AuthenticationFailedException) {
            return Outcome.permanent("login-refused");
        }
        if (failed instanceof MailConnectException) {
            return Outcome.retryable("no-connection");
        }
        return Outcome.retryable("smtp-failed");
    }

    private static int replyCode(MessagingException failed) {
        int depth = 0;
        @Nullable Exception next = failed;
        int code = -1;
        while (next != null && depth++ < 10) {
            if (next instanceof SMTPAddressFailedException refused) {
                return refused.getReturnCode(); // the most precise one
            } else if (next instanceof SMTPSenderFailedException refused) {
                return refused.getReturnCode();
            } else if (next instanceof SMTPSendFailedException refused) {
                code = refused.getReturnCode();
            }
            next = next instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return code;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Host and port only. */
    @Override
    public String toString() {
        return "MailNotifier[" + config + "]";
    }

    /** How much of the message the server may have. */
    private static final class Handed {
        boolean whole;
    }

    private static final class Mail extends MimeMessage {

        private final String id;
        private final Handed handed;

        Mail(Session session, Message message, MailConfig config, Handed handed) throws MessagingException {
            super(session);
            this.handed = handed;
            String domain = config.from().substring(config.from().indexOf('@') + 1);
            this.id = "<" + message.idempotencyKey() + "@" + domain + ">";
            InternetAddress[] to = InternetAddress.parse(message.address().value(), true);
            if (to.length != 1 || to[0].isGroup() || !to[0].getAddress().matches("[^@\\s]+@[^@\\s]+")) {
                throw new AddressException();
            }
            setFrom(new InternetAddress(config.from(), true));
            setRecipients(RecipientType.TO, new Address[] {to[0]});
            setHeader("X-Municipal-Alert", message.alert());
            setHeader("X-Municipal-Alert-Kind", message.kind().name());
            setHeader("X-Idempotency-Key", message.idempotencyKey());
            setHeader("Auto-Submitted", "auto-generated");
            if (message.kind() == AlertKind.ACTUAL) {
                setHeader("Importance", "high");
            }
            setSubject(subject(message), StandardCharsets.UTF_8.name());
            setText(text(message), StandardCharsets.UTF_8.name());
            saveChanges();
        }

        /** The Swedish subject, and the English one where it differs; the mark once. */
        private static String subject(Message message) {
            String swedish = message.subject().in(SWEDISH);
            String english = message.subject().in(Locale.ENGLISH);
            String mark = message.kind().mark();
            return swedish.equals(english)
                    ? swedish
                    : swedish + " / " + english.substring(mark.length()).replaceFirst("^: ", "");
        }

        private static String text(Message message) {
            String swedish = message.text().in(SWEDISH);
            String english = message.text().in(Locale.ENGLISH);
            return swedish.equals(english) ? swedish : swedish + "\n-- English --\n\n" + english;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            handed.whole = true;
        }
    }
}

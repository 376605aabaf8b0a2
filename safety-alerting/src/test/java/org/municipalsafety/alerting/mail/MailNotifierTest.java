/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.ConfigFault;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.InvalidConfigException;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.Outcome;

class MailNotifierTest {

    private static final MailNotifierProvider PROVIDER = new MailNotifierProvider();
    private static final Message TEST = Message.test("key-1", "0581", Address.of("anna@example.org"));

    @TempDir
    Path folder;

    private static Outcome send(int port, Message message) throws InterruptedException {
        try (Notifier notifier = PROVIDER.create(MailConfig.loopback(port, "larm@norrkoping.example"))) {
            return notifier.send(message, Deadline.in(Duration.ofSeconds(10), System::nanoTime));
        }
    }

    @Test
    void N4_theMailArrivesMarkedAndWithAMessageIdMadeFromTheKey() throws Exception {
        try (SmtpServer server = new SmtpServer(folder)) {
            Outcome first = send(server.port(), TEST);
            Outcome second = send(server.port(), TEST);
            assertThat(first.verdict()).isEqualTo(Outcome.Verdict.ACCEPTED);
            assertThat(first.reference()).isEqualTo(second.reference()).contains("<key-1@norrkoping.example>");
            assertThat(server.mails).hasSize(2);
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(server.mails.get(0).getBytes(StandardCharsets.UTF_8)));
            assertThat(mail.getMessageID()).isEqualTo("<key-1@norrkoping.example>");
            assertThat(mail.getSubject()).isEqualTo("ÖVNING/EXERCISE: provmeddelande / test message");
            assertThat(mail.getContent().toString())
                    .startsWith("ÖVNING/EXERCISE")
                    .contains("Inget har hänt")
                    .contains("Nothing has happened");
            assertThat(mail.getHeader("X-Municipal-Alert")).containsExactly("test");
            assertThat(mail.getHeader("X-Municipal-Alert-Kind")).containsExactly("EXERCISE");
            assertThat(mail.getAllRecipients()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "450,0,RETRYABLE,smtp-450",
        "550,0,PERMANENT,smtp-550",
        "0,451,RETRYABLE,smtp-451",
        "0,554,PERMANENT,smtp-554"
    })
    void N1_replyCodesAreClassified(int recipient, int data, Outcome.Verdict verdict, String code) throws Exception {
        try (SmtpServer server = new SmtpServer(folder)) {
            server.rejectRecipientWith = recipient;
            server.rejectDataWith = data;
            Outcome outcome = send(server.port(), TEST);
            assertThat(outcome.verdict()).isEqualTo(verdict);
            assertThat(outcome.code()).contains(code);
            assertThat(outcome.toString()).doesNotContain("anna");
        }
    }

    @Test
    void N1_noServerIsRetryable() throws Exception {
        Outcome outcome = send(SmtpServer.deadPort(), TEST);
        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.RETRYABLE);
        assertThat(outcome.code()).contains("no-connection");
    }

    @ParameterizedTest
    @CsvSource({"anna", "'anna@example.org, bo@example.org'", "anna@@example.org", "'Anna: a@b.se;'"})
    void N1_anAddressThatIsNoneIsPermanent(String address) throws Exception {
        try (SmtpServer server = new SmtpServer(folder)) {
            Outcome outcome = send(server.port(), Message.test("k", "0581", Address.of(address)));
            assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.PERMANENT);
            assertThat(server.mails).isEmpty();
        }
    }

    /** A server that says what it is told to, then hangs up or falls silent. */
    private static Outcome against(String dies, boolean silent, Duration deadline) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                        OutputStream out = socket.getOutputStream()) {
                    say(out, "220 ready");
                    boolean data = false;
                    String line;
                    while ((line = in.readLine()) != null) {
                        String verb = data ? line : line.split(" ", 2)[0];
                        if (verb.equals(dies)) {
                            if (silent) {
                                Thread.sleep(60_000);
                            }
                            return;
                        }
                        if (!data) {
                            data = verb.equals("DATA");
                            say(out, data ? "354 go" : "250 ok");
                        }
                    }
                } catch (IOException | InterruptedException over) {
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
            try (Notifier notifier =
                    PROVIDER.create(MailConfig.loopback(server.getLocalPort(), "larm@norrkoping.example"))) {
                return notifier.send(TEST, Deadline.in(deadline, System::nanoTime));
            } finally {
                thread.interrupt();
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void N1_aConnectionLostAfterTheMessageWasHandedOverIsUnknown() throws Exception {
        Outcome outcome = against(".", false, Duration.ofSeconds(10));
        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.UNKNOWN_OUTCOME);
    }

    @ParameterizedTest
    @CsvSource({"EHLO", "MAIL", "RCPT", "DATA"})
    void N1_aConnectionLostBeforeIsRetryable(String verb) throws Exception {
        assertThat(against(verb, false, Duration.ofSeconds(10)).verdict()).isEqualTo(Outcome.Verdict.RETRYABLE);
    }

    @ParameterizedTest
    @CsvSource({"MAIL,RETRYABLE", ".,UNKNOWN_OUTCOME"})
    void N2_theDeadlineHoldsAgainstASilentServer(String verb, Outcome.Verdict verdict) throws Exception {
        long start = System.nanoTime();
        Outcome outcome = against(verb, true, Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(outcome.verdict()).isEqualTo(verdict);
    }

    @Test
    void N2_anInterruptEndsTheCall() throws Exception {
        AtomicReference<Object> end = new AtomicReference<>();
        Thread sender = new Thread(() -> {
            try {
                end.set(against("MAIL", true, Duration.ofSeconds(30)));
            } catch (Exception thrown) {
                end.set(thrown);
            }
        });
        sender.start();
        Thread.sleep(300);
        sender.interrupt();
        sender.join(20_000);
        assertThat(sender.isAlive()).isFalse();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void N6_everyFaultOfAConfigurationIsNamedInTwoLanguagesWithoutItsValue() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "host", "smtp.example.org",
                "port", 70_000,
                "from", "hemligt-MARK",
                "security", "NONE-MARK",
                "passwrod", "MARK",
                "username", 7));
        assertThatThrownBy(() -> NotifierConfigs.read(PROVIDER, values))
                .isInstanceOfSatisfying(InvalidConfigException.class, refused -> {
                    assertThat(refused.faults())
                            .extracting(ConfigFault::field)
                            .containsExactlyInAnyOrder("port", "from", "security", "passwrod", "username");
                    assertThat(refused.faults()).allSatisfy(fault -> {
                        assertThat(fault.message().byLanguage().get("sv")).contains(fault.field());
                        assertThat(fault.message().byLanguage().get("en")).contains(fault.field());
                    });
                    assertThat(refused.getMessage()).doesNotContain("MARK");
                });
        assertThatThrownBy(() -> NotifierConfigs.read(PROVIDER, Map.of()))
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(ConfigFault::field)
                                .containsExactlyInAnyOrder("host", "port", "from", "security"));
    }

    @Test
    void N6_plainMailIsRefusedToAnotherMachine() {
        Map<String, Object> values =
                Map.of("host", "smtp.example.org", "port", 25, "from", "a@example.org", "security", "PLAIN_LOOPBACK");
        assertThatThrownBy(() -> NotifierConfigs.read(PROVIDER, values))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("security")
                .hasMessageContaining("expected STARTTLS or TLS")
                .hasMessageContaining("väntat STARTTLS eller TLS");
        assertThatThrownBy(() -> MailConfig.of("10.0.0.1", 25, "a@example.org", MailConfig.Security.PLAIN_LOOPBACK))
                .isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void A7_neitherConfigurationNorNotifierShowSecrets() {
        MailConfig config = MailConfig.of("smtp.example.org", 587, "a@example.org", MailConfig.Security.STARTTLS)
                .withLogin("user-MARK", "pass-MARK");
        assertThat(config.toString()).doesNotContain("MARK");
        assertThat(PROVIDER.create(config).toString()).doesNotContain("MARK");
        assertThat(TEST.toString()).doesNotContain("anna");
    }

    @Test
    void A7_startTlsIsNotGivenUpWhenTheServerDoesNotOfferIt() throws Exception {
        try (SmtpServer server = new SmtpServer(folder);
                Notifier notifier = PROVIDER.create(
                        MailConfig.of("127.0.0.1", server.port(), "a@example.org", MailConfig.Security.STARTTLS))) {
            Outcome outcome = notifier.send(TEST, Deadline.in(Duration.ofSeconds(10), System::nanoTime));
            assertThat(outcome.isSuccess()).isFalse();
            assertThat(server.mails).isEmpty();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.alerting.engine.Recording;
import org.municipalsafety.alerting.mail.MailNotifierProvider;
import org.municipalsafety.core.SafetyException;

class NotifierProvidersTest {

    /** Fails as soon as it is made, with a secret in its words. */
    public static final class Failing extends Other {
        public Failing() {
            throw new IllegalStateException("s3cr3tMARK");
        }
    }

    /** Fails when asked for its type. */
    public static final class Typeless extends Other {
        public Typeless() {}

        @Override
        public String type() {
            throw new UnsupportedOperationException("s3cr3tMARK");
        }
    }

    /** Well behaved. */
    public static class Other implements NotifierProvider<Recording.None> {
        public Other() {}

        @Override
        public String type() {
            return "other";
        }

        @Override
        public Class<Recording.None> configType() {
            return Recording.None.class;
        }

        @Override
        public Notifier create(Recording.None config) {
            return (message, deadline) -> Outcome.sent("ref");
        }
    }

    @TempDir
    Path folder;

    private NotifierProviders discover(String... names) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(NotifierProvider.class.getName()), List.of(names));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, NotifierProvider.class.getClassLoader())) {
            return NotifierProviders.discover(loader);
        }
    }

    @Test
    void N10_brokenProvidersDoNotStopTheRest() throws IOException {
        NotifierProviders found =
                discover("no.such.Provider", Failing.class.getName(), Typeless.class.getName(), Other.class.getName());
        assertThat(found.types()).containsExactlyInAnyOrder("mail", "other");
        assertThat(found.problems()).hasSize(3).noneMatch(line -> line.contains("MARK"));
        assertThat(String.join("\n", found.problems())).contains("no.such.Provider", "Failing", "Typeless");
    }

    @Test
    void N11_aProviderIsFoundInAChildClassLoader() throws IOException {
        assertThat(discover(Other.class.getName()).find("other")).isPresent();
    }

    @Test
    void N10_twoProvidersOfOneTypeAreRefusedAndBothNamed() {
        assertThatThrownBy(() -> NotifierProviders.of(new Recording("mail"), new MailNotifierProvider()))
                .isInstanceOf(SafetyException.class)
                .hasMessageContaining("mail")
                .hasMessageContaining(Recording.class.getName())
                .hasMessageContaining(MailNotifierProvider.class.getName());
    }

    @Test
    void N10_anExplicitProviderThatIsFoundAsWellCountsOnce() {
        NotifierProviders found =
                NotifierProviders.discover(NotifierProvider.class.getClassLoader(), new MailNotifierProvider());
        assertThat(found.types()).containsExactly("mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Has-Capitals", "46701234567", "code-12345", "anna@example.org", "a b"})
    void A7_aFailureCodeCannotCarryAPhoneNumberOrAnAddress(String code) {
        assertThatThrownBy(() -> Outcome.retryable(code)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Outcome.permanent("smtp-5501").code()).contains("smtp-5501");
    }

    @Test
    void A7_anAddressHidesItself() {
        assertThat(Address.of("anna@example.org").toString()).doesNotContain("anna");
        assertThatThrownBy(() -> Address.of("anna@example.org\r\nBcc: eva@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("anna");
        Map<String, Map<String, String>> people = new HashMap<>(Map.of("anna", Map.of("mail", "anna@example.org")));
        Contacts contacts = ContactBook.of(people);
        people.clear();
        assertThat(contacts.address("anna", "mail")).isPresent();
        assertThat(contacts.address("anna", "sms")).isEmpty();
        assertThat(contacts.toString()).doesNotContain("anna@");
    }

    @Test
    void T4_aDeadlineFollowsElapsedTimeAlone() {
        long[] nanos = {Long.MAX_VALUE - 5}; // the origin is any number: the sum may overflow
        Deadline deadline = Deadline.in(Duration.ofNanos(10), () -> nanos[0]);
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(10));
        nanos[0] += 9;
        assertThat(deadline.isOver()).isFalse();
        nanos[0] += 1;
        assertThat(deadline.isOver()).isTrue();
        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void N6_theBoundsOfAProviderAreChecked() {
        Recording slow = new Recording("slow");
        slow.timeout = Duration.ofHours(1);
        assertThatThrownBy(() -> new Notifiers().add("slow", slow, new Recording.None()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT10M");
        assertThatThrownBy(() -> new Notifiers()
                        .add("one", new Recording("one"), new Recording.None())
                        .add("one", new Recording("two"), new Recording.None()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one");
    }
}

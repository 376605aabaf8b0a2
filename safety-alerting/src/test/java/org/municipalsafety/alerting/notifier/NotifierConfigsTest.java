/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.mail.MailConfig;
import org.municipalsafety.alerting.mail.MailNotifierProvider;
import org.municipalsafety.core.SafetyException;

class NotifierConfigsTest {

    /** How loud. */
    public enum Volume {
        LOW,
        HIGH
    }

    /** A configuration of which nearly everything may be left out. */
    public record Siren(
            @NotBlank String place,
            Optional<@Size(max = 5) @Pattern(regexp = "[a-z]+") String> nick,
            Optional<@Min(1) @Max(9) Integer> channel,
            Optional<Boolean> lamp,
            Optional<Duration> pause,
            Optional<Volume> volume,
            Optional<@Size(max = 2) List<String>> tones) {}

    /** A configuration that no document can hold. */
    public record Odd(Optional<Long> number) {}

    private record Provider<C extends Record>(Class<C> configType) implements NotifierProvider<C> {

        @Override
        public String type() {
            return "siren";
        }

        @Override
        public Notifier create(C config) {
            return (message, deadline) -> Outcome.sent("ref");
        }
    }

    private static Siren read(Map<String, ?> values) {
        return NotifierConfigs.read(new Provider<>(Siren.class), values);
    }

    @Test
    void N6_anOptionalPartThatIsLeftOutIsEmpty() {
        assertThat(read(Map.of("place", "roof")))
                .isEqualTo(new Siren(
                        "roof",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void N6_anOptionalPartThatIsGivenIsRead() {
        Map<String, Object> values = Map.of(
                "place", "roof",
                "nick", "siren",
                "channel", 9,
                "lamp", true,
                "pause", "PT5S",
                "volume", "HIGH",
                "tones", List.of("a", "b"));
        assertThat(read(values))
                .isEqualTo(new Siren(
                        "roof",
                        Optional.of("siren"),
                        Optional.of(9),
                        Optional.of(true),
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Volume.HIGH),
                        Optional.of(List.of("a", "b"))));
    }

    @Test
    void N6_theConstraintsOfAnOptionalPartAreChecked() {
        Map<String, Object> values = Map.of(
                "place", "roof",
                "nick", "MARK",
                "channel", 10,
                "lamp", "MARK",
                "pause", "MARK",
                "volume", "MARK",
                "tones", List.of("MARK", "MARK", "MARK"));
        assertThatThrownBy(() -> read(values))
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(ConfigFault::field)
                                .containsExactlyInAnyOrder("nick", "channel", "lamp", "pause", "volume", "tones"))
                .hasMessageContaining("a text that is not blank (0-5) [a-z]+")
                .hasMessageContaining("ett heltal från 1 till 9")
                .hasMessageContaining("one of LOW, HIGH")
                .hasMessageNotContaining("MARK");
    }

    @Test
    void N6_anOptionalPartOfAnotherTypeIsTheRecordsFault() {
        assertThatThrownBy(() -> NotifierConfigs.read(new Provider<>(Odd.class), Map.of("number", 1)))
                .isInstanceOf(SafetyException.class)
                .hasMessageContaining("java.lang.Long");
    }

    @Test
    void N6_mailIsReadWithAndWithoutWhatMayBeLeftOut() {
        Map<String, Object> least =
                Map.of("host", "smtp.example.org", "port", 587, "from", "a@example.org", "security", "STARTTLS");
        MailConfig mail = MailConfig.of("smtp.example.org", 587, "a@example.org", MailConfig.Security.STARTTLS);
        assertThat(NotifierConfigs.read(new MailNotifierProvider(), least)).isEqualTo(mail);
        Map<String, Object> all = new java.util.HashMap<>(least);
        all.putAll(Map.of("username", "u", "password", "p", "connectTimeout", "PT1S", "readTimeout", "PT2S"));
        assertThat(NotifierConfigs.read(new MailNotifierProvider(), all))
                .isEqualTo(mail.withLogin("u", "p").withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }
}

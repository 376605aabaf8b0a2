/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.notifier.ConfigFault;
import org.municipalsafety.alerting.notifier.InvalidConfigException;
import org.municipalsafety.core.text.LocalizedText;

/**
 * How mail is sent.
 *
 * <p>Immutable and thread-safe. Its text form shows neither user name nor password.
 *
 * @param host the mail server's name or address
 * @param port its port, 1 to 65535; 587 for {@link Security#STARTTLS}, 465 for {@link Security#TLS}
 * @param from the sender's address, {@code name@domain}
 * @param security how the connection is protected
 * @param username the user to log in as; empty to send without logging in
 * @param password that user's password; given if and only if there is a user
 * @param connectTimeout how long to wait for a connection: PT0.1S to PT60S, 5 seconds if left out
 * @param readTimeout how long to wait for each answer: PT0.1S to PT60S, 10 seconds if left out
 */
public record MailConfig(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9.:-]{1,255}") String host,
        @Min(1) @Max(65535) int port,

        @NotBlank @Pattern(regexp = "[^@\\s<>\",;:]{1,64}@[A-Za-z0-9.-]{1,190}")
        String from,

        @NotNull Security security,
        Optional<String> username,
        Optional<String> password,
        Optional<Duration> connectTimeout,
        Optional<Duration> readTimeout) {

    /** How a connection is protected. */
    public enum Security {
        /** Not at all: only to a server on this machine. */
        PLAIN_LOOPBACK,
        /** TLS after the greeting, and nothing is sent if the server does not offer it. */
        STARTTLS,
        /** TLS from the start. */
        TLS
    }

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** How long is waited for a connection where the configuration does not say. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** How long is waited for an answer where the configuration does not say. */
    static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Checks the parts.
     *
     * @throws InvalidConfigException if a part is not as described, or mail would cross the network unprotected
     */
    public MailConfig {
        requireNonNull(host, "host");
        requireNonNull(from, "from");
        requireNonNull(security, "security");
        requireNonNull(username, "username");
        requireNonNull(password, "password");
        requireNonNull(connectTimeout, "connectTimeout");
        requireNonNull(readTimeout, "readTimeout");
        List<ConfigFault> faults = new ArrayList<>();
        if (port < 1 || port > 65535) {
            faults.add(fault("port", "ett heltal från 1 till 65535", "a whole number from 1 to 65535"));
        }
        if (!from.matches("[^@\\s<>\",;:]{1,64}@[A-Za-z0-9.-]{1,190}")) {
            faults.add(fault("from", "en adress såsom larm@example.org", "one address such as larm@example.org"));
        }
        if (security == Security.PLAIN_LOOPBACK && !LOOPBACK.contains(host)) {
            faults.add(fault(
                    "security",
                    "STARTTLS eller TLS; PLAIN_LOOPBACK går bara till localhost, 127.0.0.1 eller ::1",
                    "STARTTLS or TLS; PLAIN_LOOPBACK is for localhost, 127.0.0.1 or ::1 alone"));
        }
        if (username.isPresent() != password.isPresent()) {
            faults.add(fault(
                    "password",
                    "både username och password, eller inget av dem",
                    "both username and password, or neither"));
        }
        check(connectTimeout, "connectTimeout", faults);
        check(readTimeout, "readTimeout", faults);
        if (!faults.isEmpty()) {
            throw new InvalidConfigException("mail", faults);
        }
    }

    private static void check(Optional<Duration> time, String field, List<ConfigFault> faults) {
        if (time.isPresent()
                && (time.get().compareTo(SHORTEST) < 0 || time.get().compareTo(LONGEST) > 0)) {
            faults.add(fault(field, "en tidslängd från PT0.1S till PT60S", "an elapsed time from PT0.1S to PT60S"));
        }
    }

    private static ConfigFault fault(String field, String swedish, String english) {
        return new ConfigFault(
                field,
                LocalizedText.of(
                        "Fältet %s är fel: väntat %s.".formatted(field, swedish),
                        "The field %s is wrong: expected %s.".formatted(field, english)));
    }

    /**
     * A server on this machine, without login.
     *
     * @param port its port
     * @param from the sender's address
     * @return the configuration
     * @throws InvalidConfigException if a part is not as described
     */
    public static MailConfig loopback(int port, String from) {
        return of("127.0.0.1", port, from, Security.PLAIN_LOOPBACK);
    }

    /**
     * Mail without login, with the times that are usual.
     *
     * @param host the mail server's name or address
     * @param port its port
     * @param from the sender's address
     * @param security how the connection is protected
     * @return the configuration
     * @throws InvalidConfigException if a part is not as described
     */
    public static MailConfig of(String host, int port, String from, Security security) {
        return new MailConfig(
                host, port, from, security, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same with a login.
     *
     * @param user the user to log in as
     * @param secret that user's password
     * @return the changed copy
     */
    public MailConfig withLogin(String user, String secret) {
        return new MailConfig(
                host, port, from, security, Optional.of(user), Optional.of(secret), connectTimeout, readTimeout);
    }

    /**
     * The same with other times.
     *
     * @param connect how long to wait for a connection
     * @param read how long to wait for each answer
     * @return the changed copy
     * @throws InvalidConfigException if one is shorter than PT0.1S or longer than PT60S
     */
    public MailConfig withTimeouts(Duration connect, Duration read) {
        return new MailConfig(host, port, from, security, username, password, Optional.of(connect), Optional.of(read));
    }

    /** Host, port and protection only. */
    @Override
    public String toString() {
        return "MailConfig[" + host + ":" + port + ", " + security + "]";
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;

/**
 * A value at its place in a document that is being read.
 *
 * <p>Confined to the thread that reads the document.
 */
public final class Node {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SHOWN = 60;

    /** As {@link Json} reads it. */
    private final Object json;

    private final String pointer;
    private final List<Fault> faults;
    private final boolean secret;

    Node(Object json, String pointer, List<Fault> faults, boolean secret) {
        this.json = json;
        this.pointer = pointer;
        this.faults = faults;
        this.secret = secret;
    }

    /**
     * Where the value stands.
     *
     * @return a JSON Pointer (RFC 6901); empty for the document as a whole
     */
    public String pointer() {
        return pointer;
    }

    /**
     * The same place, with a value that no fault may repeat: a phone number, an address, a secret (rule A7).
     *
     * @return this place, its faults silent about the value
     */
    public Node secret() {
        return new Node(json, pointer, faults, true);
    }

    /**
     * Notes that the value here is faulty.
     *
     * @param <T> the type that was expected
     * @param expected what was expected
     * @param maybe an advice that begins "Maybe", or null
     * @return the fault as a field
     */
    public <T> Field<T> fault(String expected, @Nullable String maybe) {
        return fault(shown(), expected, maybe);
    }

    <T> Field<T> fault(String found, String expected, @Nullable String maybe) {
        faults.add(new Fault(pointer, found, expected, secret ? Optional.empty() : Optional.ofNullable(maybe)));
        return Field.faulty(this);
    }

    /**
     * The place itself, unread: for content that somebody else reads later, or that nobody here can judge.
     *
     * @return this place, always sound
     */
    public Field<Node> unread() {
        return Field.of(this, this);
    }

    // Objects and lists

    /**
     * Reads an object.
     *
     * @param <T> the type built from it
     * @param reader reads the fields; what it returns comes from {@link Fields#build}
     * @return the value built, or its faults
     */
    public <T> Field<T> object(Function<Fields, Field<T>> reader) {
        Map<String, Object> fields = asObject();
        return fields == null ? fault("an object", null) : reader.apply(new Fields(this, fields, faults, true));
    }

    /**
     * Reads an object of somebody else's making, in which fields that are not known are no fault.
     *
     * @param <T> the type built from it
     * @param reader reads the fields; what it returns comes from {@link Fields#build}
     * @return the value built, or its faults
     */
    public <T> Field<T> foreignObject(Function<Fields, Field<T>> reader) {
        Map<String, Object> fields = asObject();
        return fields == null ? fault("an object", null) : reader.apply(new Fields(this, fields, faults, false));
    }

    /**
     * Whether a list stands here, so that a reader can choose between forms.
     *
     * @return true if it is a list
     */
    public boolean isList() {
        return json instanceof List;
    }

    /**
     * Reads a list.
     *
     * @param <T> the type of an element
     * @param reader reads an element
     * @return the elements in order, or all their faults
     */
    public <T> Field<List<T>> list(Function<Node, Field<T>> reader) {
        if (!(json instanceof List<?> elements)) {
            return fault("a list", "Maybe brackets are missing: [ … ].");
        }
        List<T> values = new ArrayList<>();
        boolean sound = true;
        int index = 0;
        for (Object element : elements) {
            Field<T> field = reader.apply(new Node(element, pointer + "/" + index, faults, secret));
            sound &= field.isSound();
            if (field.hasValue()) {
                values.add(field.get());
            }
            index++;
        }
        if (sound) {
            return Field.of(this, List.copyOf(values));
        }
        // Without a value for each element the later ones would be named by the wrong places.
        Field<List<T>> faulty = Field.faulty(this);
        return values.size() == index ? faulty.standIn(() -> List.copyOf(values)) : faulty;
    }

    /**
     * Reads an object whose keys are data, such as texts by language.
     *
     * @param <T> the type of a value
     * @param reader reads a value
     * @return the values by key, in the order of the document, or all their faults
     */
    public <T> Field<Map<String, T>> map(Function<Node, Field<T>> reader) {
        Map<String, Object> fields = asObject();
        if (fields == null) {
            return fault("an object", null);
        }
        Map<String, T> values = new LinkedHashMap<>();
        boolean sound = true;
        for (Map.Entry<String, Object> entry : fields.entrySet()) {
            Field<T> field = reader.apply(child(entry.getKey(), entry.getValue()));
            sound &= field.isSound();
            if (field.isSound()) {
                values.put(entry.getKey(), field.get());
            }
        }
        return sound ? Field.of(this, values) : Field.faulty(this);
    }

    @SuppressWarnings("unchecked") // an object's names are texts, as they were read
    private @Nullable Map<String, Object> asObject() {
        return json instanceof Map ? (Map<String, Object>) json : null;
    }

    Node child(String name, Object value) {
        return new Node(value, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), faults, secret);
    }

    // Values

    /**
     * Reads a text of 1 to 10,000 characters that is not blank.
     *
     * @return the text, or the fault
     */
    public Field<String> text() {
        if (!(json instanceof String text)) {
            return fault("a text", json instanceof Number ? "Maybe quotes are missing." : null);
        }
        if (text.isBlank() || text.length() > 10_000) {
            return fault("a text of 1 to 10000 characters that is not blank", null);
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            return fault("a text of whole characters", "Maybe half of a surrogate pair such as \\ud83d stands alone.");
        }
        return Field.of(this, text);
    }

    /**
     * Reads an identifier: a letter or digit, then up to 63 letters, digits, dots, hyphens and underscores.
     *
     * @return the identifier, or the fault
     */
    public Field<String> id() {
        Field<String> text = text();
        if (text.isSound() && !ID.matcher(text.get()).matches()) {
            return fault(
                    "an identifier: a letter or digit A-Z a-z 0-9, then up to 63 of these and . _ -",
                    "Maybe it holds a blank or a letter such as å.");
        }
        return text;
    }

    /**
     * Reads a whole number within bounds.
     *
     * @param least the least, inclusive
     * @param most the most, inclusive
     * @return the number, or the fault
     */
    public Field<Integer> integer(int least, int most) {
        if (!(json instanceof Long number) || number < least || number > most) {
            return fault("a whole number from " + least + " to " + most, null);
        }
        return Field.of(this, number.intValue());
    }

    /**
     * Reads a whole number of 64 bits.
     *
     * @return the number, or the fault
     */
    public Field<Long> number() {
        return json instanceof Long number ? Field.of(this, number) : fault("a whole number", null);
    }

    /**
     * Reads true or false.
     *
     * @return the value, or the fault
     */
    public Field<Boolean> bool() {
        return json instanceof Boolean truth ? Field.of(this, truth) : fault("true or false", null);
    }

    /**
     * Reads the name of an enum constant.
     *
     * @param <E> the enum
     * @param type its class
     * @return the constant, or the fault with the nearest name as advice
     */
    public <E extends Enum<E>> Field<E> oneOf(Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        if (json instanceof String name) {
            for (E constant : all) {
                if (constant.name().equals(name)) {
                    return Field.of(this, constant);
                }
            }
        }
        List<String> names = all.stream().map(Enum::name).collect(Collectors.toList());
        return fault("one of " + String.join(", ", names), json instanceof String name ? near(name, names) : null);
    }

    /**
     * Reads an instant such as {@code 2026-11-26T14:00:00+01:00} or {@code …Z}; a number is refused.
     *
     * @return the instant, or the fault
     */
    public Field<Instant> instant() {
        return time(
                "an instant with its offset, such as 2026-11-26T14:00:00+01:00",
                text -> OffsetDateTime.parse(text).toInstant());
    }

    /**
     * Reads a local date such as {@code 2026-11-26}.
     *
     * @return the date, or the fault
     */
    public Field<LocalDate> localDate() {
        return time("a date such as 2026-11-26", LocalDate::parse);
    }

    /**
     * Reads a local time such as {@code 13:00}.
     *
     * @return the time, or the fault
     */
    public Field<LocalTime> localTime() {
        return time("a time of day such as 13:00", LocalTime::parse);
    }

    /**
     * Reads a local date-time such as {@code 2026-01-02T13:00}; it is turned into an instant by rule T2 alone.
     *
     * @return the date-time, or the fault
     */
    public Field<LocalDateTime> localDateTime() {
        return time("a local date and time such as 2026-01-02T13:00", LocalDateTime::parse);
    }

    /**
     * Reads the name of a time zone such as {@code Europe/Stockholm}. A name that another library has only reserved, so
     * that its zone has no rules, is refused.
     *
     * @return the zone, or the fault
     */
    public Field<ZoneId> zone() {
        return time("the name of an IANA time zone, such as Europe/Stockholm", text -> {
            ZoneId zone = ZoneId.of(text);
            if (zone.getRules() == null) {
                throw new DateTimeException("no rules");
            }
            return zone;
        });
    }

    /**
     * Reads a period of days, weeks, months or years such as {@code P1W}, longer than zero.
     *
     * @return the period, or the fault
     */
    public Field<Period> period() {
        return time("a period longer than zero, such as P1W", text -> {
            Period period = Period.parse(text);
            if (period.isZero() || period.isNegative()) {
                throw new DateTimeException("zero");
            }
            return period;
        });
    }

    /**
     * Reads an elapsed time such as {@code PT5M}, not negative.
     *
     * @return the duration, or the fault
     */
    public Field<Duration> duration() {
        return time("an elapsed time that is not negative, such as PT5M", text -> {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new DateTimeException("negative");
            }
            return duration;
        });
    }

    /**
     * Reads a span of a day such as {@code 16:30-25:30} (rule C1).
     *
     * @return the span, or the fault
     */
    public Field<DaySpan> daySpan() {
        return text().map("hours such as 08:00-16:00, to 48:00 at most", DaySpan::parse);
    }

    /**
     * Reads a text in several languages: {@code {"sv": "…", "en": "…"}}.
     *
     * @return the text, or its faults
     */
    public Field<LocalizedText> localizedText() {
        return map(Node::text).map("texts by language, such as {\"sv\": \"…\", \"en\": \"…\"}", LocalizedText::new);
    }

    /**
     * Reads a text in several languages that stands on one line among others, such as a name.
     *
     * @return the text, or its faults
     */
    public Field<LocalizedText> localizedLine() {
        return localizedText().map("one line without control characters", LocalizedText::requireLine);
    }

    private <T> Field<T> time(String expected, Function<String, T> parser) {
        if (!(json instanceof String text)) {
            return fault(
                    expected, json instanceof Number ? "Maybe a number was meant as a time; write it as text." : null);
        }
        try {
            return Field.of(this, requireNonNull(parser.apply(text)));
        } catch (DateTimeException unreadable) {
            return fault(expected, null);
        }
    }

    // What a fault shows

    String shown() {
        if (json instanceof String text) {
            if (secret) {
                return "a text of " + text.length() + " characters";
            }
            return '"' + cut(text) + '"';
        }
        if (json == Json.Nothing.MISSING) {
            return "nothing";
        }
        if (json instanceof Map) {
            return "an object";
        }
        if (json instanceof List) {
            return "a list";
        }
        if (secret) {
            return "a value";
        }
        return cut(Json.shown(json));
    }

    /** No more than the beginning of a text; the rest of what a fault must not show is the fault's own concern. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                : text;
    }

    static @Nullable String near(String name, List<String> names) {
        Optional<String> best = names.stream()
                .filter(other -> distance(name, other) <= Math.max(1, Math.min(3, other.length() / 3)))
                .min(Comparator.comparingInt(other -> distance(name, other)));
        return best.map(other -> "Maybe " + other + " was meant.").orElse(null);
    }

    /**
     * Levenshtein distance without regard to case, two letters exchanged counted as one; names longer than a hundred
     * characters are far from everything.
     */
    private static int distance(String a, String b) {
        if (a.length() > 100 || b.length() > 100) {
            return 100;
        }
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[][] rows = new int[left.length() + 1][right.length() + 1];
        Arrays.setAll(rows[0], j -> j);
        for (int i = 1; i <= left.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                int least = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                boolean exchanged = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                rows[i][j] = exchanged ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
            }
        }
        return rows[left.length()][right.length()];
    }
}

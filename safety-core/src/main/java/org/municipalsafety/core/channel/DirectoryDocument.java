/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.CalendarChanges;
import org.municipalsafety.core.calendar.Calendars;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.endpoint.WebPage;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.internal.Decided;
import org.municipalsafety.core.hours.internal.Overlaps;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;

/**
 * Directories as JSON documents of the kind {@code directory}, version 1 (rule D1).
 *
 * <p>The published JSON Schema stands beside this class as {@code directory.schema.json}; see {@link #schema}. It
 * describes the form; what parts say together (overlaps, references, circles) the reader checks.
 *
 * <p>Stateless and thread-safe.
 */
public final class DirectoryDocument {

    /** The value of the field {@code document}. */
    public static final String KIND = "directory";

    /** The value of the field {@code version}. */
    public static final int VERSION = 1;

    private DirectoryDocument() {}

    /**
     * Reads a directory. It follows the calendar of the country that it names, Sweden's if it names none, with the
     * changes that it may contain; other calendars are those that a {@link java.util.ServiceLoader} finds from where
     * this library was loaded.
     *
     * @param file the file
     * @return the directory
     * @throws InvalidDocumentException with all faults
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read, or two providers have one country
     */
    public static Directory read(Path file) {
        return Documents.read(file, KIND, VERSION, fields -> directory(fields, DirectoryDocument::discovered));
    }

    /**
     * Reads a directory that names one of these countries' calendars.
     *
     * @param file the file
     * @param calendars the calendars there are
     * @return the directory
     * @throws InvalidDocumentException with all faults
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read
     */
    public static Directory read(Path file, Calendars calendars) {
        requireNonNull(calendars, "calendars");
        return Documents.read(file, KIND, VERSION, fields -> directory(fields, () -> calendars));
    }

    /**
     * Reads a directory from bytes, with the calendars of {@link #read(Path)}.
     *
     * @param content the document in UTF-8
     * @param source its name for messages
     * @return the directory
     * @throws InvalidDocumentException with all faults
     */
    public static Directory read(byte[] content, String source) {
        return Documents.read(
                content, source, KIND, VERSION, fields -> directory(fields, DirectoryDocument::discovered));
    }

    /**
     * Reads a directory from bytes that names one of these countries' calendars.
     *
     * @param content the document in UTF-8
     * @param source its name for messages
     * @param calendars the calendars there are
     * @return the directory
     * @throws InvalidDocumentException with all faults
     */
    public static Directory read(byte[] content, String source, Calendars calendars) {
        requireNonNull(calendars, "calendars");
        return Documents.read(content, source, KIND, VERSION, fields -> directory(fields, () -> calendars));
    }

    private static Calendars discovered() {
        return Calendars.discover(requireNonNull(DirectoryDocument.class.getClassLoader(), "class loader"));
    }

    /**
     * A directory as a document that reads back equal where the country's calendar is there: of this it names the
     * country, unless that is Sweden, and holds the municipality's changes.
     *
     * @param directory the directory
     * @return the text
     */
    public static String write(Directory directory) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("municipality", directory.municipality().json());
        Map<String, Object> calendar = json(directory.calendar());
        if (!calendar.isEmpty()) {
            fields.put("calendar", calendar);
        }
        fields.put(
                "channels",
                directory.channels().stream().map(DirectoryDocument::json).toList());
        return Documents.write(KIND, VERSION, fields);
    }

    /**
     * The JSON Schema (2020-12) of the document.
     *
     * @return its text
     */
    public static String schema() {
        try (InputStream in = requireNonNull(
                DirectoryDocument.class.getResourceAsStream("directory.schema.json"), "directory.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The SHA-256 of a channel's document form, which names the rules that a certificate rests on. */
    static String digest(ContactChannel channel) {
        try {
            byte[] text = Documents.write("channel", VERSION, json(channel)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    // Reading

    private static Field<Directory> directory(Fields in, Supplier<Calendars> calendars) {
        var municipality = in.required("municipality", Municipality::read);
        Days days = new Days();
        var named = in.optional("calendar", node -> calendar(node, calendars, days));
        List<References> references = new ArrayList<>();
        var channels = in.required("channels", node -> node.list(each -> channel(each, references)));
        References.faults(references, days.dayClasses(), days.dayIds()).forEach(in::note);
        return in.build(() ->
                Directory.of(municipality.get(), named.get().orElseGet(SwedishCalendar::standard), channels.get()));
    }

    /** What is known of a calendar, also when parts of it are faulty. */
    private static final class Days {
        private @Nullable MunicipalCalendar country = SwedishCalendar.standard();
        private final List<@Nullable DayClass> classes = new ArrayList<>();
        private final List<@Nullable String> ids = new ArrayList<>();

        /** All classes, or null where one of them is faulty. */
        @Nullable
        Set<DayClass> dayClasses() {
            return country == null ? null : with(country.dayClasses().keySet(), classes);
        }

        /** The ids of all named days, or null where one of them is faulty. */
        @Nullable
        Set<String> dayIds() {
            return country == null ? null : with(country.dayIds().keySet(), ids);
        }

        private static <T> @Nullable Set<T> with(Set<T> known, List<@Nullable T> own) {
            Set<T> all = new LinkedHashSet<>(known);
            for (@Nullable T each : own) {
                if (each == null) {
                    return null;
                }
                all.add(each);
            }
            return all;
        }
    }

    private static Field<MunicipalCalendar> calendar(Node node, Supplier<Calendars> calendars, Days known) {
        return node.object(in -> {
            var country = in.optional("country", each -> country(each, calendars));
            known.country = country.isSound() ? country.get().orElseGet(SwedishCalendar::standard) : null;
            var classes = in.list(
                    "classes",
                    each -> each.object(fields -> {
                        var id = fields.required("id", DirectoryDocument::dayClass);
                        known.classes.add(id.isSound() ? id.get() : null);
                        var name = fields.required("name", Node::localizedLine).standIn(() -> UNREAD);
                        return fields.buildWithStandIns(() -> Map.entry(id.get(), name.get()));
                    }));
            var days = in.list("days", each -> ownDay(each, known));
            if (!classes.isSound() && known.classes.isEmpty()) {
                known.classes.add(null);
            }
            if (!days.isSound() && known.ids.isEmpty()) {
                known.ids.add(null);
            }
            var without = in.list("without", Node::id).standIn(List::of);
            Set<DayClass> seen = new LinkedHashSet<>();
            for (int i = 0; i < known.classes.size(); i++) {
                @Nullable DayClass each = known.classes.get(i);
                if (each != null && !seen.add(each)) {
                    in.note(Fault.of(
                            "/classes/" + i + "/id", "the class " + each + " a second time", "each class once"));
                }
            }
            return in.buildWithStandIns(() -> {
                MunicipalCalendar ofCountry = country.get().orElseGet(SwedishCalendar::standard);
                Map<DayClass, LocalizedText> named = new LinkedHashMap<>();
                classes.get().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
                return ofCountry.with(new CalendarChanges(named, days.get(), new TreeSet<>(without.get())));
            });
        });
    }

    /** Stands in for a text that is faulty. */
    private static final LocalizedText UNREAD = LocalizedText.of("?", "?");

    private static Field<CalendarChanges.OwnDay> ownDay(Node node, Days known) {
        return node.object(in -> {
            int place = known.ids.size();
            var id = in.required("id", Node::id).standIn(() -> "unread-" + place);
            known.ids.add(id.isSound() ? id.get() : null);
            var dayClass = spare(in.required("class", DirectoryDocument::dayClass), known);
            var name = in.required("name", Node::localizedLine).standIn(() -> UNREAD);
            var dates = in.required(
                            "dates",
                            list -> list.list(Node::localDate).map("at least one date", DirectoryDocument::notEmpty))
                    .standIn(() -> List.of(LocalDate.EPOCH));
            return in.buildWithStandIns(
                    () -> new CalendarChanges.OwnDay(id.get(), dayClass.get(), name.get(), new TreeSet<>(dates.get())));
        });
    }

    /** A class that no rule refuses stands in for a faulty one, where the calendar has any. */
    private static Field<DayClass> spare(Field<DayClass> dayClass, Days known) {
        if (known.country == null) {
            return dayClass;
        }
        Optional<DayClass> spare = known.country.dayClasses().keySet().stream()
                .filter(each -> !each.equals(DayClass.RED_DAY) && !each.equals(DayClass.NAMED_RED_DAY))
                .findFirst();
        return spare.isPresent() ? dayClass.standIn(spare::get) : dayClass;
    }

    private static <T> List<T> notEmpty(List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("It is empty.");
        }
        return list;
    }

    private static Field<MunicipalCalendar> country(Node node, Supplier<Calendars> calendars) {
        Field<String> code = node.text();
        if (!code.isSound()) {
            return code.map("", unread -> SwedishCalendar.standard());
        }
        Calendars found = calendars.get();
        Optional<MunicipalCalendar> calendar = found.find(code.get());
        return calendar.isPresent()
                ? code.map("", unread -> calendar.get())
                : node.fault(
                        "one of " + found.countries() + ", whose calendars were found",
                        found.problems().isEmpty()
                                ? "Maybe the library that brings the calendar is missing, or does not declare its provider."
                                : "Maybe this is why: " + String.join(" ", found.problems()));
    }

    private static Field<DayClass> dayClass(Node node) {
        return node.text().map("a day class such as RED_DAY", DayClass::new);
    }

    private static Field<ContactChannel> channel(Node node, List<References> references) {
        int place = references.size();
        Field<ContactChannel> channel = node.object(in -> {
            var id = in.required("id", Node::id);
            var name = in.required("name", Node::localizedLine);
            var audience = in.required("audience", each -> each.oneOf(Audience.class));
            var modality = in.required("modality", each -> each.oneOf(Modality.class));
            boolean open = audience.isSound() && audience.get() == Audience.PUBLIC;
            var endpoint = in.required("endpoint", each -> endpoint(open ? each : each.secret()));
            if (modality.isSound() && endpoint.isSound() && !modality.get().fits(endpoint.get())) {
                in.note(Fault.of("/modality", modality.get().name(), "a modality that fits the kind of endpoint")
                        .maybe("Maybe e-mail needs an address, a form or a visit a page, and a call a number."));
            }
            var languages = in.list(
                    "languages", each -> each.text().map("a tag such as sv or en", ContactChannel::languageTag));
            var via = in.optional("via", Node::id);
            Noted noted = new Noted();
            var availability = in.required("availability", each -> availability(each, noted));
            List<References.Step> steps = new ArrayList<>();
            var fallback = in.list("fallback", each -> step(each, steps));
            references.add(new References(
                    id.isSound() ? id.get() : null,
                    audience.isSound() ? audience.get() : null,
                    via.isSound() ? via.get().orElse(null) : null,
                    noted.outside,
                    noted.rules.dayClasses(),
                    noted.rules.movable().stream()
                            .map(day -> day instanceof MovableDay.Named named ? named.id() : null)
                            .collect(Collectors.toList()),
                    steps));
            return in.build(() -> new ContactChannel(
                    id.get(),
                    name.get(),
                    audience.get(),
                    modality.get(),
                    endpoint.get(),
                    languages.get(),
                    via.get(),
                    availability.get(),
                    fallback.get()));
        });
        if (references.size() == place) {
            references.add(new References(null, null, null, null, List.of(), List.of(), List.of()));
        }
        return channel;
    }

    private static Field<FallbackStep> step(Node node, List<References.Step> steps) {
        int place = steps.size();
        Field<FallbackStep> step = node.object(in -> {
            var channel = in.optional("channel", Node::id);
            var instruction = in.optional("instruction", Node::localizedLine);
            steps.add(new References.Step(
                    channel.isSound() ? channel.get().orElse(null) : null,
                    !in.has("channel") && in.has("instruction")));
            return in.build(() -> new FallbackStep(channel.get(), instruction.get()));
        });
        if (steps.size() == place) {
            steps.add(new References.Step(null, false));
        }
        return step;
    }

    /** What an availability refers to and decides, also when other parts of it are faulty. */
    private static final class Noted {
        private @Nullable String outside;
        private final Decided rules = new Decided();
    }

    private static final List<String> ENDPOINTS = List.of("number", "shortCode", "localCode", "email", "page");

    /** What is meant for fewer people than the public is secret as a whole: numbers stand in the wrong field, too. */
    private static Field<Endpoint> endpoint(Node node) {
        return node.object(in -> {
            List<String> kinds = ENDPOINTS.stream().filter(in::has).toList();
            if (kinds.size() != 1) {
                return kinds.isEmpty()
                        ? in.noneOf("no endpoint", ENDPOINTS, null)
                        : in.fault(
                                "the fields " + String.join(", ", kinds) + " together",
                                "one of the fields " + String.join(", ", ENDPOINTS));
            }
            switch (kinds.get(0)) {
                case "shortCode" -> {
                    var code = in.required(
                            "shortCode",
                            each -> each.text()
                                    .map("one of 112, 113 13, 114 14, 116 000, 116 111, 116 123, 1177", ShortCode::of));
                    return in.build(code::get);
                }
                case "localCode" -> {
                    var code = in.required(
                            "localCode",
                            each -> each.text()
                                    .map(
                                            "two to six digits that are no national short code",
                                            text -> ShortCode.local(text, UNREAD)
                                                    .text()));
                    var purpose = in.required("purpose", Node::localizedLine);
                    return in.build(() -> ShortCode.local(code.get(), purpose.get()));
                }
                case "email" -> {
                    var address = in.required(
                            "email",
                            each -> each.text().map("an e-mail address such as name@example.se", EmailAddress::new));
                    return in.build(address::get);
                }
                case "page" -> {
                    var page = in.required(
                            "page",
                            each -> each.text()
                                    .map(
                                            "an address that begins with https:// and a host",
                                            text -> new WebPage("?", text).uri()));
                    var text = in.required(
                            "text",
                            each -> each.text()
                                    .map(
                                            "one line without control characters",
                                            line -> new WebPage(line, "https://example.org").text()));
                    return in.build(() -> new WebPage(text.get(), page.get()));
                }
                default -> {
                    var number = in.required(
                            "number",
                            each -> each.text()
                                    .map(
                                            "a full Swedish telephone number such as 011-15 00 00",
                                            GeographicNumber::new));
                    return in.build(number::get);
                }
            }
        });
    }

    private static final List<String> AVAILABILITIES =
            List.of("week", "dayClasses", "movable", "dates", "seasons", "outside");

    private static Field<Availability> availability(Node node, Noted noted) {
        return node.object(in -> {
            if (in.has("outside")) {
                var outside = in.required("outside", Node::id);
                noted.outside = outside.isSound() ? outside.get() : null;
                return in.build(() -> Availability.outside(outside.get()));
            }
            if (AVAILABILITIES.stream().noneMatch(in::has)) {
                return in.noneOf("no hours", AVAILABILITIES, "Maybe it is always closed: then write \"week\": [].");
            }
            Decided rules = noted.rules;
            var week = in.list("week", each -> week(each, rules.week()));
            var dayClasses = in.list(
                    "dayClasses",
                    each -> each.object(fields -> {
                        var dayClass = fields.required("class", DirectoryDocument::dayClass);
                        rules.dayClasses().add(dayClass.isSound() ? dayClass.get() : null);
                        var hours = hours(fields);
                        return fields.build(() -> new OpeningHours.OnDayClass(dayClass.get(), hours.get()));
                    }));
            var movable = in.list(
                    "movable",
                    each -> each.object(fields -> {
                        var hours = hours(fields);
                        Field<? extends MovableDay> day = movable(fields);
                        rules.movable().add(day.isSound() ? day.get() : null);
                        return fields.build(() -> new OpeningHours.OnMovable(day.get(), hours.get()));
                    }));
            var dates = in.list(
                    "dates",
                    each -> each.object(fields -> {
                        var first = fields.required("first", Node::localDate);
                        var last = fields.optional("last", Node::localDate);
                        rules.dates().add(dates(fields, first, last));
                        var hours = hours(fields);
                        return fields.build(() ->
                                new OpeningHours.OnDates(first.get(), last.get().orElse(first.get()), hours.get()));
                    }));
            var seasons = in.list(
                    "seasons",
                    each -> each.object(fields -> {
                        var first = fields.required("first", DirectoryDocument::monthDay);
                        var last = fields.required("last", DirectoryDocument::monthDay);
                        List<@Nullable Set<DayOfWeek>> days = new ArrayList<>();
                        var weekly = fields.required("week", list -> list.list(rule -> week(rule, days)));
                        rules.seasons()
                                .add(new Decided.Part(
                                        first.isSound() && last.isSound()
                                                ? new Decided.Season(first.get(), last.get())
                                                : null,
                                        days));
                        return fields.build(() -> new OpeningHours.Season(first.get(), last.get(), weekly.get()));
                    }));
            rules.faults().forEach(in::note);
            return in.build(
                    () -> new OpeningHours(week.get(), dayClasses.get(), movable.get(), dates.get(), seasons.get()));
        });
    }

    /** The dates of an exception without its hours; null where they are faulty. */
    private static Decided.@Nullable Dates dates(
            Fields fields, Field<LocalDate> first, Field<Optional<LocalDate>> last) {
        if (!first.isSound() || !last.isSound()) {
            return null;
        }
        LocalDate end = last.get().orElse(first.get());
        if (end.isBefore(first.get())) {
            fields.note(Fault.of("/last", "the last day " + end, "a day not before the first, " + first.get()));
            return null;
        }
        return new Decided.Dates(first.get(), end);
    }

    private static Field<OpeningHours.Week> week(Node node, List<@Nullable Set<DayOfWeek>> decided) {
        return node.object(fields -> {
            var days = fields.required("days", DirectoryDocument::weekdays);
            decided.add(days.isSound() ? days.get() : null);
            var hours = hours(fields);
            return fields.build(() -> new OpeningHours.Week(days.get(), hours.get()));
        });
    }

    private static Field<? extends MovableDay> movable(Fields fields) {
        if (fields.has("easter")) {
            return fields.required("easter", each -> each.integer(-80, 250))
                    .map("days from Easter Sunday", MovableDay.FromEaster::new);
        }
        if (fields.has("yearly")) {
            return fields.required("yearly", DirectoryDocument::monthDay)
                    .map("a date of the year", MovableDay.Yearly::new);
        }
        if (fields.has("weekday")) {
            var weekday = fields.required("weekday", each -> each.oneOf(DayOfWeek.class));
            var month = fields.optional("month", each -> each.oneOf(Month.class));
            var nth = fields.required(
                    "nth",
                    each -> each.integer(-5, 5)
                            .map(
                                    "1 to 5, or -1 to -5 from the month's end",
                                    number -> MovableDay.Weekday.ofEveryMonth(number, DayOfWeek.MONDAY)
                                            .nth()));
            if (!weekday.isSound() || !month.isSound()) {
                return (weekday.isSound() ? month : weekday)
                        .map("", faulty -> MovableDay.Weekday.ofEveryMonth(1, DayOfWeek.MONDAY));
            }
            return nth.map("", number -> new MovableDay.Weekday(number, weekday.get(), month.get()));
        }
        if (fields.has("weeks")) {
            return fields.required(
                    "weeks",
                    each -> each.object(weeks -> {
                        var first = weeks.required("first", week -> week.integer(1, 53));
                        var last = weeks.required("last", week -> week.integer(1, 53));
                        var every = weeks.optional("every", week -> week.integer(1, 52));
                        var days = weeks.required("days", DirectoryDocument::weekdays);
                        return weeks.build(() -> new MovableDay.Weeks(
                                first.get(), last.get(), every.get().orElse(1), days.get()));
                    }));
        }
        return fields.has("named")
                ? fields.required("named", Node::id).map("the id of a day", MovableDay.Named::new)
                : fields.noneOf("no day", "named", "easter", "yearly", "weekday", "weeks");
    }

    private static Field<MonthDay> monthDay(Node node) {
        return node.text().map("a date of the year such as 06-01", text -> MonthDay.parse("--" + text));
    }

    private static Field<Set<DayOfWeek>> weekdays(Node node) {
        return node.list(each -> each.oneOf(DayOfWeek.class)).map("days of the week, each once", days -> {
            Set<DayOfWeek> set = days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days);
            if (set.isEmpty() || set.size() != days.size()) {
                throw new IllegalArgumentException("At least one day, and none twice.");
            }
            return set;
        });
    }

    private record Hours(Field<List<DaySpan>> open, Field<List<DaySpan>> unknown, Field<Optional<LocalizedText>> note) {
        DayHours get() {
            return new DayHours(open.get(), unknown.get(), note.get());
        }
    }

    /** The fields of a rule that say when it is open; none of them may be left out by accident. */
    private static Hours hours(Fields fields) {
        List<@Nullable DaySpan> open = new ArrayList<>();
        List<@Nullable DaySpan> unknown = new ArrayList<>();
        Hours hours = new Hours(
                fields.required("open", each -> each.list(span -> span(span, open))),
                fields.list("unknown", span -> span(span, unknown)),
                fields.optional("note", Node::localizedLine));
        Overlaps.of(open, unknown).forEach(fields::note);
        return hours;
    }

    private static Field<DaySpan> span(Node node, List<@Nullable DaySpan> spans) {
        Field<DaySpan> span = node.daySpan();
        spans.add(span.isSound() ? span.get() : null);
        return span;
    }

    // Writing

    private static Map<String, Object> json(MunicipalCalendar calendar) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!calendar.country().equals(SwedishCalendar.COUNTRY)) {
            json.put("country", calendar.country());
        }
        CalendarChanges changes = calendar.changes();
        if (changes.equals(CalendarChanges.NONE)) {
            return json;
        }
        List<Object> classes = new ArrayList<>();
        changes.classes().forEach((id, name) -> classes.add(map("id", id.id(), "name", name.byLanguage())));
        json.put("classes", classes);
        List<Object> days = new ArrayList<>();
        for (CalendarChanges.OwnDay day : changes.days()) {
            Map<String, Object> fields =
                    map("id", day.id(), "class", day.dayClass().id());
            fields.put("name", day.name().byLanguage());
            fields.put("dates", day.dates().stream().map(LocalDate::toString).toList());
            days.add(fields);
        }
        json.put("days", days);
        json.put("without", List.copyOf(changes.without()));
        return json;
    }

    private static Map<String, Object> json(ContactChannel channel) {
        Map<String, Object> json =
                map("id", channel.id(), "name", channel.name().byLanguage());
        json.put("audience", channel.audience().name());
        json.put("modality", channel.modality().name());
        json.put("endpoint", json(channel.endpoint()));
        if (!channel.languages().isEmpty()) {
            json.put("languages", channel.languages());
        }
        channel.via().ifPresent(via -> json.put("via", via));
        json.put("availability", json(channel.availability()));
        List<Object> steps = new ArrayList<>();
        for (FallbackStep step : channel.fallback()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            step.channel().ifPresent(id -> fields.put("channel", id));
            step.instruction().ifPresent(words -> fields.put("instruction", words.byLanguage()));
            steps.add(fields);
        }
        put(json, "fallback", steps);
        return json;
    }

    private static Map<String, Object> json(Endpoint endpoint) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (endpoint instanceof ShortCode code) {
            json.put(code.national() ? "shortCode" : "localCode", code.text());
            if (!code.national()) {
                json.put("purpose", code.purpose().byLanguage());
            }
        } else if (endpoint instanceof WebPage page) {
            json.put("page", page.uri());
            json.put("text", page.text());
        } else {
            json.put(endpoint instanceof EmailAddress ? "email" : "number", endpoint.text());
        }
        return json;
    }

    private static Map<String, Object> json(Availability availability) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (availability instanceof Availability.Outside outside) {
            json.put("outside", outside.channel());
            return json;
        }
        OpeningHours hours = (OpeningHours) availability;
        List<Object> week = new ArrayList<>();
        for (OpeningHours.Week rule : hours.week()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(
                    "days", rule.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.toList()));
            week.add(with(fields, rule.hours()));
        }
        put(json, "week", week);
        List<Object> dayClasses = new ArrayList<>();
        for (OpeningHours.OnDayClass rule : hours.dayClasses()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("class", rule.dayClass().id());
            dayClasses.add(with(fields, rule.hours()));
        }
        put(json, "dayClasses", dayClasses);
        List<Object> movable = new ArrayList<>();
        for (OpeningHours.OnMovable rule : hours.movable()) {
            movable.add(with(json(rule.day()), rule.hours()));
        }
        put(json, "movable", movable);
        List<Object> dates = new ArrayList<>();
        for (OpeningHours.OnDates rule : hours.dates()) {
            Map<String, Object> fields =
                    map("first", rule.first().toString(), "last", rule.last().toString());
            dates.add(with(fields, rule.hours()));
        }
        put(json, "dates", dates);
        List<Object> seasons = new ArrayList<>();
        for (OpeningHours.Season rule : hours.seasons()) {
            Map<String, Object> fields = map("first", text(rule.first()), "last", text(rule.last()));
            fields.put("week", json(rule.week()));
            seasons.add(fields);
        }
        put(json, "seasons", seasons);
        if (json.isEmpty()) {
            json.put("week", week);
        }
        return json;
    }

    private static List<Object> json(List<OpeningHours.Week> rules) {
        List<Object> week = new ArrayList<>();
        for (OpeningHours.Week rule : rules) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(
                    "days", rule.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.toList()));
            week.add(with(fields, rule.hours()));
        }
        return week;
    }

    private static Map<String, Object> json(MovableDay day) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (day instanceof MovableDay.Named named) {
            json.put("named", named.id());
        } else if (day instanceof MovableDay.FromEaster easter) {
            json.put("easter", easter.days());
        } else if (day instanceof MovableDay.Yearly yearly) {
            json.put("yearly", text(yearly.date()));
        } else if (day instanceof MovableDay.Weeks weeks) {
            Map<String, Object> fields = map("first", weeks.first(), "last", weeks.last());
            fields.put("every", weeks.every());
            fields.put("days", names(weeks.weekdays()));
            json.put("weeks", fields);
        } else if (day instanceof MovableDay.Weekday weekday) {
            json.put("weekday", weekday.weekday().name());
            json.put("nth", weekday.nth());
            weekday.month().ifPresent(month -> json.put("month", month.name()));
        }
        return json;
    }

    private static List<String> names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.toList());
    }

    private static String text(MonthDay day) {
        return day.toString().substring(2);
    }

    private static void put(Map<String, Object> json, String name, List<Object> rules) {
        if (!rules.isEmpty()) {
            json.put(name, rules);
        }
    }

    private static Map<String, Object> with(Map<String, Object> fields, DayHours hours) {
        fields.put("open", hours.open().stream().map(DaySpan::toString).toList());
        if (!hours.unknown().isEmpty()) {
            fields.put(
                    "unknown", hours.unknown().stream().map(DaySpan::toString).toList());
        }
        hours.note().ifPresent(note -> fields.put("note", note.byLanguage()));
        return fields;
    }

    private static Map<String, Object> map(String firstName, Object first, String secondName, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstName, first);
        map.put(secondName, second);
        return map;
    }
}

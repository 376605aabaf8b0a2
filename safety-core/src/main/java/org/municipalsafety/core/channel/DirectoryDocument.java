/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.Calendars;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;

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
        Map<String, Object> calendar = CalendarPart.json(directory.calendar());
        if (!calendar.isEmpty()) {
            fields.put("calendar", calendar);
        }
        fields.put(
                "channels", directory.channels().stream().map(ChannelPart::json).toList());
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

    private static Field<Directory> directory(Fields in, Supplier<Calendars> calendars) {
        var municipality = in.required("municipality", Municipality::read);
        CalendarPart.Days days = new CalendarPart.Days();
        var named = in.optional("calendar", node -> CalendarPart.read(node, calendars, days));
        List<References> references = new ArrayList<>();
        var channels = in.required("channels", node -> node.list(each -> ChannelPart.read(each, references)));
        References.faults(references, days.dayClasses(), days.dayIds()).forEach(in::note);
        return in.build(() ->
                Directory.of(municipality.get(), named.get().orElseGet(SwedishCalendar::standard), channels.get()));
    }
}

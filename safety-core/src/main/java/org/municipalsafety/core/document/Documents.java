/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.municipalsafety.core.SafetyException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads and writes JSON documents.
 *
 * <p>Every document is an object with a field {@code document}, its kind, and a field {@code version}, the number of
 * its form. Reading is strict: unknown fields, duplicate fields, numbers for texts and trailing content are faults, and
 * all faults of a document are found at once. Reading is bounded: 8 MiB, 40 levels, 500,000 tokens.
 *
 * <p>Stateless and thread-safe.
 */
public final class Documents {

    /** The greatest size of a document, in bytes. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final AtomicLong WRITES = new AtomicLong();

    private Documents() {}

    /**
     * Reads a document from a file.
     *
     * @param <T> the type read
     * @param file the file
     * @param kind the value of the field {@code document}, such as {@code rota}
     * @param version the value of the field {@code version}
     * @param reader reads the fields other than those two
     * @return the value
     * @throws InvalidDocumentException with all faults
     * @throws SafetyException if the file cannot be read
     */
    public static <T> T read(Path file, String kind, int version, Function<Fields, Field<T>> reader) {
        return read(bytes(file), name(file), kind, version, reader);
    }

    /**
     * Reads a document from bytes in UTF-8.
     *
     * @param <T> the type read
     * @param content the document
     * @param source its name for messages
     * @param kind the value of the field {@code document}
     * @param version the value of the field {@code version}
     * @param reader reads the fields other than those two
     * @return the value
     * @throws InvalidDocumentException with all faults
     */
    public static <T> T read(
            byte[] content, String source, String kind, int version, Function<Fields, Field<T>> reader) {
        return readAny(
                content,
                source,
                root -> root.object(fields -> {
                    var document = fields.required("document", Node::text);
                    if (document.isSound() && !document.get().equals(kind)) {
                        return fields.fault(
                                "the document kind " + quoted(document.get()), "the document kind \"" + kind + '"');
                    }
                    var form = fields.required("version", node -> node.integer(1, Integer.MAX_VALUE));
                    if (form.isSound() && form.get() != version) {
                        return fields.fault("version " + form.get(), "version " + version);
                    }
                    return reader.apply(fields);
                }));
    }

    /**
     * Reads any JSON value from a file, such as another system's list of events.
     *
     * @param <T> the type read
     * @param file the file
     * @param reader reads the value
     * @return the value
     * @throws InvalidDocumentException with all faults
     * @throws SafetyException if the file cannot be read
     */
    public static <T> T readAny(Path file, Function<Node, Field<T>> reader) {
        return readAny(bytes(file), name(file), reader);
    }

    /**
     * Reads any JSON value from bytes in UTF-8.
     *
     * @param <T> the type read
     * @param content the value
     * @param source its name for messages
     * @param reader reads the value
     * @return the value
     * @throws InvalidDocumentException with all faults
     */
    public static <T> T readAny(byte[] content, String source, Function<Node, Field<T>> reader) {
        requireNonNull(source, "source");
        if (content.length > MAX_BYTES) {
            throw new InvalidDocumentException(
                    source, List.of(Fault.of("", content.length + " bytes", "at most " + MAX_BYTES + " bytes")));
        }
        Object json;
        try {
            json = Json.read(decoded(content));
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidDocumentException(
                    source,
                    List.of(Fault.of("", "bytes that are not UTF-8", "JSON in UTF-8 (RFC 8259)")
                            .maybe("Maybe the file was saved as Latin-1 or UTF-16.")));
        } catch (Json.TrailingException more) {
            throw new InvalidDocumentException(source, List.of(beyond()));
        } catch (JacksonException unreadable) {
            throw new InvalidDocumentException(source, List.of(syntax(unreadable)));
        }
        List<Fault> faults = new ArrayList<>();
        Field<T> value = reader.apply(new Node(json, "", faults, false));
        if (!faults.isEmpty()) {
            throw new InvalidDocumentException(source, faults);
        }
        return value.get();
    }

    /**
     * A document as text: indented JSON that ends with a line feed, its fields in the order of the map.
     *
     * @param kind the value of the field {@code document}
     * @param version the value of the field {@code version}
     * @param fields the other fields: texts, numbers, booleans, lists and maps with text keys, to any depth
     * @return the text
     * @throws IllegalArgumentException if a field holds something else
     */
    public static String write(String kind, int version, Map<String, ?> fields) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("document", kind);
        document.put("version", version);
        document.putAll(fields);
        return Json.write(document) + "\n";
    }

    /**
     * An object of somebody else's making as text, such as a page's structured data: indented JSON without a line feed
     * at its end, its fields in the order of the map.
     *
     * @param fields the fields: texts, numbers, booleans, lists and maps with text keys, to any depth
     * @return the text
     * @throws IllegalArgumentException if a field holds something else
     */
    public static String foreign(Map<String, ?> fields) {
        return Json.write(fields);
    }

    /**
     * Puts a text into a file so that a reader sees either the old content or the whole new one, also when the process
     * is killed on the way.
     *
     * @param file the file
     * @param text its new content, written in UTF-8
     * @throws SafetyException if the file cannot be written
     */
    public static void replace(Path file, String text) {
        // A name of its own for each call: two writers at once must not write into each other's half.
        String writer = ProcessHandle.current().pid() + "-" + WRITES.incrementAndGet();
        Path beside = file.resolveSibling(file.getFileName() + "." + writer + ".new");
        try {
            Files.writeString(beside, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw new SafetyException("""
                    The file %s cannot be written (%s).
                    Maybe its folder is missing or write-protected.""".formatted(file, reason(failed)), failed);
        }
    }

    /** Strictly: the parser's own decoder lets other encodings and half characters through. */
    private static String decoded(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException failed) {
            throw new SafetyException("""
                    The document %s cannot be read (%s).
                    Maybe the path is wrong or the file is not readable for this user.""".formatted(file, reason(failed)), failed);
        }
    }

    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return failed instanceof AccessDeniedException ? "access is denied" : "the system refused";
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** The parser's own message may repeat the content; only the place and the kind of the fault are passed on. */
    private static Fault syntax(JacksonException unreadable) {
        TokenStreamLocation place = unreadable.getLocation();
        String where = place == null
                ? "an unreadable text"
                : "at line " + place.getLineNr() + ", column " + place.getColumnNr() + " something that is not JSON";
        String message = String.valueOf(unreadable.getOriginalMessage());
        if (message.startsWith("Duplicate")) {
            return Fault.of(
                    "",
                    where.replace("something that is not JSON", "a second field of the same name"),
                    "each field once");
        }
        if (!(unreadable instanceof StreamReadException)) {
            return beyond();
        }
        return Fault.of("", where, "JSON (RFC 8259)").maybe("Maybe a comma, a quote or a bracket is missing there.");
    }

    private static Fault beyond() {
        return Fault.of(
                "",
                "a text beyond the limits, or with content after its end",
                "one JSON value of at most " + Json.MOST_LEVELS + " levels, " + Json.MOST_TOKENS + " tokens and 8 MiB");
    }

    private static String quoted(String text) {
        return '"' + Node.cut(text) + '"';
    }
}

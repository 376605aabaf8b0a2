/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.coverage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

/**
 * Coverage certificates as JSON documents of the kind {@code coverage-certificate}, version 1 (rules C5 and D1), so
 * that one can be kept and compared with the next.
 *
 * <p>The published JSON Schema stands beside this class as {@code coverage-certificate.schema.json}. The field
 * {@code holds} repeats what the gaps and unknown stretches say; a document in which they differ is refused, as is one
 * whose other parts contradict each other.
 *
 * <p>Stateless and thread-safe.
 */
public final class CertificateDocument {

    /** The value of the field {@code document}. */
    public static final String KIND = "coverage-certificate";

    /** The value of the field {@code version}. */
    public static final int VERSION = 1;

    private CertificateDocument() {}

    /**
     * A certificate as a document that reads back equal.
     *
     * @param certificate the certificate
     * @return the text
     */
    public static String write(CoverageCertificate certificate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("holds", certificate.holds());
        fields.put("municipality", certificate.municipality().json());
        certificate.audience().ifPresent(audience -> fields.put("audience", audience.name()));
        fields.put("interval", json(certificate.interval()));
        List<Object> channels = new ArrayList<>();
        for (CoverageCertificate.Counted channel : certificate.channels()) {
            Map<String, Object> counted = new LinkedHashMap<>();
            counted.put("id", channel.id());
            counted.put("name", channel.name().byLanguage());
            channels.add(counted);
        }
        fields.put("channels", channels);
        fields.put("restsOn", certificate.restsOn());
        fields.put("calendarVersion", certificate.calendarVersion());
        fields.put("timeZoneDataVersion", certificate.timeZoneDataVersion());
        fields.put("fewestOpen", certificate.fewestOpen());
        Map<String, Object> always = new LinkedHashMap<>();
        always.put("claimed", certificate.always().claimed());
        always.put(
                "grounds",
                certificate.always().grounds().stream()
                        .map(LocalizedText::byLanguage)
                        .toList());
        fields.put("always", always);
        fields.put(
                "gaps",
                certificate.gaps().stream().map(CertificateDocument::json).toList());
        fields.put(
                "unknowns",
                certificate.unknowns().stream().map(CertificateDocument::json).toList());
        return Documents.write(KIND, VERSION, fields);
    }

    /**
     * Reads a certificate from bytes.
     *
     * @param content the document in UTF-8
     * @param source its name for messages
     * @return the certificate
     * @throws InvalidDocumentException with all faults
     */
    public static CoverageCertificate read(byte[] content, String source) {
        return Documents.read(content, source, KIND, VERSION, CertificateDocument::certificate);
    }

    /**
     * The JSON Schema (2020-12) of the document.
     *
     * @return its text
     */
    public static String schema() {
        String name = "coverage-certificate.schema.json";
        try (InputStream in = requireNonNull(CertificateDocument.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> json(Interval interval) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", interval.getStart().toString());
        json.put("end", interval.getEnd().toString());
        return json;
    }

    private static Field<CoverageCertificate> certificate(Fields in) {
        var holds = in.required("holds", Node::bool);
        var municipality = in.required("municipality", Municipality::read);
        var audience = in.optional("audience", each -> each.oneOf(Audience.class));
        var interval = in.required("interval", CertificateDocument::interval);
        var channels = in.required(
                "channels",
                list -> list.list(each -> each.object(fields -> {
                    var id = fields.required("id", Node::id);
                    var name = fields.required("name", Node::localizedLine);
                    return fields.build(() -> new CoverageCertificate.Counted(id.get(), name.get()));
                })));
        var restsOn = in.required("restsOn", each -> each.map(CertificateDocument::digest));
        var calendar = in.required("calendarVersion", Node::text);
        var timeZoneData = in.required("timeZoneDataVersion", Node::text);
        var fewest = in.required("fewestOpen", each -> each.integer(0, CoverageCertificate.MAX_CHANNELS));
        var always = in.required(
                "always",
                each -> each.object(fields -> {
                    var claimed = fields.required("claimed", Node::bool);
                    var grounds = fields.required("grounds", list -> list.list(Node::localizedLine));
                    return fields.build(() -> new CoverageCertificate.Always(claimed.get(), grounds.get()));
                }));
        var gaps = in.required("gaps", list -> list.list(CertificateDocument::interval));
        var unknowns = in.required("unknowns", list -> list.list(CertificateDocument::interval));
        if (holds.isSound() && gaps.isSound() && unknowns.isSound()) {
            boolean found = gaps.get().isEmpty() && unknowns.get().isEmpty();
            if (holds.get() != found) {
                in.note(Fault.of(
                        "/holds", String.valueOf(holds.get()), "true exactly if there is no gap and nothing unknown"));
            }
        }
        return in.buildWithStandIns(() -> new CoverageCertificate(
                municipality.get(),
                audience.get(),
                interval.get(),
                channels.get(),
                restsOn.get(),
                calendar.get(),
                timeZoneData.get(),
                gaps.get(),
                unknowns.get(),
                fewest.get(),
                always.get()));
    }

    private static Field<String> digest(Node node) {
        return node.text().map("a SHA-256 in lower-case hexadecimal digits", text -> {
            if (!CoverageCertificate.isDigest(text)) {
                throw new IllegalArgumentException("It has another form.");
            }
            return text;
        });
    }

    private static Field<Interval> interval(Node node) {
        return node.object(in -> {
            Field<Interval> interval = in.interval("start", "end");
            return in.build(interval::get);
        });
    }
}

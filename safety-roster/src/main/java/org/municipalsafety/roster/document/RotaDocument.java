/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.resolution.Rota;

/**
 * A rota as a JSON document, kind {@code rota}, version 1 (rule D1). Its JSON Schema is {@link #schema}.
 *
 * <p>Day classes are those of Sweden's calendar unless another is given.
 *
 * <p>Instants carry their offset; an anchor is a local date and time in the rota's zone.
 *
 * <p>Stateless and thread-safe.
 */
public final class RotaDocument {

    private static final String KIND = "rota";
    private static final int VERSION = 1;
    private static final String SCHEMA = "rota.schema.json";

    private RotaDocument() {}

    /**
     * Reads a rota from a file.
     *
     * @param file the file
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read or has faults, all of them named
     */
    public static Rota read(Path file) {
        return read(file, SwedishCalendar.standard());
    }

    /**
     * Reads a rota from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if it has faults, all of them named
     */
    public static Rota read(byte[] content, String source) {
        return read(content, source, SwedishCalendar.standard());
    }

    /**
     * Reads a rota that follows another calendar, such as that of the municipality's directory.
     *
     * @param file the file
     * @param calendar the calendar
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read or has faults, all of them named
     */
    public static Rota read(Path file, MunicipalCalendar calendar) {
        return Documents.read(file, KIND, VERSION, fields -> rota(fields, calendar));
    }

    /**
     * Reads a rota that follows another calendar from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @param calendar the calendar
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if it has faults, all of them named
     */
    public static Rota read(byte[] content, String source, MunicipalCalendar calendar) {
        return Documents.read(content, source, KIND, VERSION, fields -> rota(fields, calendar));
    }

    /**
     * The document of a plan; reading it gives an equal plan. The calendar is not part of it.
     *
     * @param plan the plan
     * @return the text
     */
    public static String write(RotaPlan plan) {
        return Documents.write(KIND, VERSION, PlanWriter.written(plan));
    }

    /**
     * The JSON Schema of the document, draft 2020-12.
     *
     * @return its text
     */
    public static String schema() {
        try (InputStream in = requireNonNull(RotaDocument.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // Reading
    //
    // A part that is faulty is stood in for where it can be, so that what is wrong between the parts is told at once.

    private static Field<Rota> rota(Fields in, MunicipalCalendar calendar) {
        Salvage salvage = new Salvage();
        var id = in.required("id", Node::id).standIn(() -> Salvage.UNREAD);
        var zone = in.required("zone", Node::zone).standIn(() -> ZoneOffset.UTC);
        var versions = salvage.versions(in, VersionReader::version);
        var distinct = in.each("distinct", DecisionReader::distinct);
        var absences = in.each("absences", DecisionReader::absence);
        var overrides = in.each("overrides", DecisionReader::override);
        var swaps = in.each("swaps", DecisionReader::swap);
        var takeovers = in.each("takeovers", DecisionReader::takeover);
        var qualifications = in.each("qualifications", DecisionReader::qualification);
        return in.buildWithStandIns(() -> {
            RotaPlan.Builder builder = RotaPlan.builder(id.get(), zone.get());
            salvage.addVersions(versions, builder);
            salvage.add("distinct", distinct, pair -> {
                salvage.refersToPosition(pair.keeps());
                salvage.refersToPosition(pair.givesWay());
                builder.distinct(pair);
            });
            salvage.add("absences", absences, absence -> {
                salvage.refersToPerson(absence.person());
                builder.absence(absence);
            });
            salvage.add("overrides", overrides, override -> {
                salvage.refersToPosition(override.position());
                builder.decision(override);
            });
            salvage.add("swaps", swaps, swap -> {
                swap.halves().forEach(half -> salvage.refersToPosition(half.position()));
                builder.swap(swap);
            });
            salvage.add("takeovers", takeovers, takeover -> {
                salvage.refersToPosition(takeover.position());
                salvage.refersToMember(takeover.turnsOf());
                builder.decision(takeover);
            });
            salvage.add("qualifications", qualifications, qualification -> {
                salvage.refersToPerson(qualification.person());
                builder.qualification(qualification);
            });
            return salvage.build(builder, calendar);
        });
    }
}

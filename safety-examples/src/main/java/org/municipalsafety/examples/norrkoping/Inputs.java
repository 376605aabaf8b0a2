/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.incident.PoliceEvent;
import org.municipalsafety.core.incident.PoliceEvents;
import org.municipalsafety.desk.folder.DocumentSource;
import org.municipalsafety.desk.folder.MunicipalityFolder;

/**
 * What a run is made of.
 *
 * @param folder the municipality's documents
 * @param alertingText the document of notifiers and policies as it was read, for the port of the mail server to be put
 *     in
 * @param events police events to join the situation, in the order of their publication
 */
record Inputs(MunicipalityFolder folder, String alertingText, List<PoliceEvent> events) {

    /** The policy by which the duty officer is alerted. */
    static final String POLICY = "tib-larm";

    /**
     * Reads the documents.
     *
     * @param documents where they are, or null for the shipped ones
     * @param events a file of police events, or null for the shipped one
     * @throws SafetyException with every fault of every document
     */
    static Inputs read(@Nullable Path documents, @Nullable Path events) {
        DocumentSource shipped = DocumentSource.beside(Inputs.class);
        DocumentSource source = documents == null ? shipped : DocumentSource.folder(documents);
        List<String> refused = new ArrayList<>();
        MunicipalityFolder folder =
                attempt(refused, () -> MunicipalityFolder.read(source, providers(), Set.of(POLICY)));
        List<PoliceEvent> list = attempt(
                refused,
                () -> events == null
                        ? PoliceEvents.read(bytes(shipped, "police-events.json"), "police-events.json")
                        : PoliceEvents.read(events));
        if (folder == null || list == null) {
            throw new SafetyException(String.join("\n", refused));
        }
        return new Inputs(folder, new String(bytes(source, "alerting.json"), StandardCharsets.UTF_8), list);
    }

    static NotifierProviders providers() {
        return NotifierProviders.discover(Inputs.class.getClassLoader());
    }

    /** A digest of all of it: a run carries on only with what it was begun with. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(folder.digest().getBytes(StandardCharsets.UTF_8));
            sha.update(events.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static <T> @Nullable T attempt(List<String> refused, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SafetyException fault) {
            refused.add(Objects.requireNonNull(fault.getMessage()));
            return null;
        }
    }

    private static byte[] bytes(DocumentSource source, String name) {
        try {
            return source.read(name);
        } catch (IOException unreadable) {
            throw new SafetyException("%s cannot be read from %s.".formatted(name, source), unreadable);
        }
    }
}

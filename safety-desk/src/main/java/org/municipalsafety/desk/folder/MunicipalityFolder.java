/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.folder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.document.Alerting;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.document.ContactsDocument;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.situation.SituationDocument;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.resolution.Rota;

/**
 * The documents of a municipality, all sound and none contradicting another.
 *
 * <pre>{@code
 * var providers = NotifierProviders.discover(loader);
 * MunicipalityFolder folder = MunicipalityFolder.read(Path.of("/srv/safety"), providers);
 * }</pre>
 *
 * <p>Immutable and thread-safe. Its text form shows no addresses (A7).
 *
 * @param directory the municipality's channels
 * @param rota who takes turns
 * @param situation what has happened and what is done about it
 * @param alerting notifiers and the escalation policies
 * @param contacts where people are reached
 * @param digest a digest of the documents as they were written (SHA-256, hexadecimal): another one means that something
 *     was changed
 */
public record MunicipalityFolder(
        Directory directory, Rota rota, Situation situation, Alerting alerting, ContactBook contacts, String digest) {

    static final String DIRECTORY = "directory.json";
    static final String ROTA = "rota.json";
    static final String SITUATION = "situation.json";
    static final String ALERTING = "alerting.json";
    static final String CONTACTS = "contacts.json";

    /** The names of the documents. */
    public static final List<String> NAMES = List.of(DIRECTORY, ROTA, SITUATION, ALERTING, CONTACTS);

    /** Checks that the parts are there. */
    public MunicipalityFolder {
        requireNonNull(directory, "directory");
        requireNonNull(rota, "rota");
        requireNonNull(situation, "situation");
        requireNonNull(alerting, "alerting");
        requireNonNull(contacts, "contacts");
        requireNonNull(digest, "digest");
    }

    /**
     * Reads the documents of a folder.
     *
     * @param folder the folder
     * @param providers who makes the notifiers that the documents configure
     * @return the documents
     * @throws SafetyException with every fault of every document, and of all of them together
     */
    public static MunicipalityFolder read(Path folder, NotifierProviders providers) {
        return read(DocumentSource.folder(folder), providers, Set.of());
    }

    /**
     * Reads the documents.
     *
     * @param source where they are
     * @param providers who makes the notifiers that the documents configure
     * @param policies the ids of escalation policies that the program will use
     * @return the documents
     * @throws SafetyException with every fault of every document, and of all of them together
     */
    public static MunicipalityFolder read(DocumentSource source, NotifierProviders providers, Set<String> policies) {
        requireNonNull(providers, "providers");
        Reading reading = new Reading(source);
        Optional<Directory> directory = reading.document(DIRECTORY, DirectoryDocument::read);
        Optional<Rota> rota = reading.document(ROTA, RotaDocument::read);
        Optional<Situation> situation = reading.document(SITUATION, SituationDocument::read);
        Optional<Alerting> alerting =
                reading.document(ALERTING, (content, name) -> AlertingDocument.read(content, name, providers));
        Optional<ContactBook> contacts = reading.document(CONTACTS, ContactsDocument::read);
        if (reading.refused.isEmpty()) {
            MunicipalityFolder folder = new MunicipalityFolder(
                    directory.orElseThrow(),
                    rota.orElseThrow(),
                    situation.orElseThrow(),
                    alerting.orElseThrow(),
                    contacts.orElseThrow(),
                    reading.digest());
            reading.refused.addAll(Contradictions.of(folder, policies));
            if (reading.refused.isEmpty()) {
                return folder;
            }
        }
        throw new SafetyException(String.join("\n", reading.refused));
    }

    private interface Reader<T> {
        T read(byte[] content, String name);
    }

    /** What has been read so far, and what had to be refused. */
    private static final class Reading {

        private final DocumentSource source;
        private final Map<String, byte[]> contents = new LinkedHashMap<>();
        private final List<String> refused = new ArrayList<>();

        Reading(DocumentSource source) {
            this.source = requireNonNull(source, "source");
        }

        <T> Optional<T> document(String name, Reader<T> reader) {
            try {
                byte[] content = content(name);
                contents.put(name, content);
                return Optional.of(reader.read(content, name));
            } catch (SafetyException fault) {
                refused.add(requireNonNull(fault.getMessage()));
                return Optional.empty();
            }
        }

        private byte[] content(String name) {
            try {
                return source.read(name);
            } catch (IOException unreadable) {
                throw new SafetyException("""
                        The document %s cannot be read from %s.
                        Maybe it is missing there; these are needed: %s.""".formatted(name, source, String.join(", ", NAMES)), unreadable);
            }
        }

        String digest() {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                contents.values().forEach(sha::update);
                return HexFormat.of().formatHex(sha.digest());
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("Every Java platform has SHA-256", missing);
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.document.Alerting;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.document.ContactsDocument;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.incident.PoliceEvent;
import org.municipalsafety.core.incident.PoliceEvents;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.situation.SituationDocument;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.resolution.Rota;

/**
 * The documents of a run, all sound and agreeing with each other.
 *
 * @param directory the municipality's channels
 * @param rota who takes turns
 * @param situation what has happened and what is done about it
 * @param alerting notifiers and the escalation policies
 * @param alertingText the document of the latter, for the port of the mail server to be put in
 * @param contacts where people are reached
 * @param events police events to join the situation, in the order of their publication
 * @param digest a digest of all of it: a run carries on only with the documents that it was begun with
 */
record Inputs(
        Directory directory,
        Rota rota,
        Situation situation,
        Alerting alerting,
        String alertingText,
        ContactBook contacts,
        List<PoliceEvent> events,
        String digest) {

    /** The policy by which the duty officer is alerted. */
    static final String POLICY = "tib-larm";

    private static final List<String> NAMES =
            List.of("directory.json", "rota.json", "situation.json", "alerting.json", "contacts.json");

    /**
     * Reads the documents.
     *
     * @param folder where they are, or null for the shipped ones
     * @param events a file of police events, or null for the shipped one
     * @return the documents
     * @throws SafetyException with every fault of every document
     */
    static Inputs read(@Nullable Path folder, @Nullable Path events) {
        List<String> refused = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (String name : NAMES) {
            contents.add(Objects.requireNonNullElse(attempt(refused, () -> bytes(folder, name)), new byte[0]));
        }
        Directory directory = read(refused, contents.get(0), content -> DirectoryDocument.read(content, NAMES.get(0)));
        Rota rota = read(refused, contents.get(1), content -> RotaDocument.read(content, NAMES.get(1)));
        Situation situation = read(refused, contents.get(2), content -> SituationDocument.read(content, NAMES.get(2)));
        Alerting alerting = read(
                refused,
                contents.get(3),
                content -> AlertingDocument.read(
                        content, NAMES.get(3), NotifierProviders.discover(Inputs.class.getClassLoader())));
        ContactBook contacts = read(refused, contents.get(4), content -> ContactsDocument.read(content, NAMES.get(4)));
        List<PoliceEvent> list = attempt(refused, () -> events == null ? shippedEvents() : PoliceEvents.read(events));
        if (directory != null && rota != null && situation != null && alerting != null && contacts != null) {
            refused.addAll(disagreements(directory, rota, situation, alerting, contacts));
        }
        if (directory == null
                || rota == null
                || situation == null
                || alerting == null
                || contacts == null
                || list == null
                || !refused.isEmpty()) {
            throw new SafetyException(String.join("\n", refused));
        }
        return new Inputs(
                directory,
                rota,
                situation,
                alerting,
                new String(contents.get(3), StandardCharsets.UTF_8),
                contacts,
                list,
                digest(contents, list));
    }

    private interface Reader<T> {
        T read(byte[] content);
    }

    private static <T> @Nullable T read(List<String> refused, byte[] content, Reader<T> reader) {
        return content.length == 0 ? null : attempt(refused, () -> reader.read(content));
    }

    private static <T> @Nullable T attempt(List<String> refused, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SafetyException fault) {
            refused.add(Objects.requireNonNull(fault.getMessage()));
            return null;
        }
    }

    private static byte[] bytes(@Nullable Path folder, String name) {
        try {
            if (folder != null) {
                return Files.readAllBytes(folder.resolve(name));
            }
            try (InputStream in = Inputs.class.getResourceAsStream(name)) {
                return Objects.requireNonNull(in, name).readAllBytes();
            }
        } catch (IOException unreadable) {
            throw new SafetyException("""
                    The document %s cannot be read from the folder %s.
                    Maybe it is missing there; these are needed: %s.""".formatted(name, folder, String.join(", ", NAMES)), unreadable);
        }
    }

    private static List<PoliceEvent> shippedEvents() {
        try (InputStream in = Inputs.class.getResourceAsStream("police-events.json")) {
            return PoliceEvents.read(
                    Objects.requireNonNull(in, "police-events.json").readAllBytes(), "police-events.json");
        } catch (IOException unreadable) {
            throw new SafetyException("The shipped police events cannot be read.", unreadable);
        }
    }

    /** What each document may say, but not all of them together. */
    private static List<String> disagreements(
            Directory directory, Rota rota, Situation situation, Alerting alerting, ContactBook contacts) {
        List<Fault> faults = new ArrayList<>();
        if (!situation.municipality().code().equals(directory.municipality().code())) {
            faults.add(Fault.of(
                    "/municipality/code",
                    "the municipality " + situation.municipality().code(),
                    "the municipality " + directory.municipality().code() + " of directory.json"));
        }
        for (int i = 0; i < situation.measures().size(); i++) {
            Measure measure = situation.measures().get(i);
            String channel = measure.channel();
            if (channel != null && directory.channel(channel).isEmpty()) {
                faults.add(Fault.of(
                        "/measures/" + i + "/channel",
                        "the unknown channel " + channel,
                        "the id of a channel of directory.json"));
            }
        }
        List<String> refused = new ArrayList<>();
        if (!faults.isEmpty()) {
            refused.add(message("situation.json", faults));
        }
        List<Fault> alertingFaults = new ArrayList<>();
        EscalationPolicy policy = alerting.policy(POLICY).orElse(null);
        if (policy == null) {
            alertingFaults.add(Fault.of("/policies", "no policy " + POLICY, "the policy by which the TiB is alerted"));
        } else {
            int index = alerting.policies().indexOf(policy);
            for (int i = 0; i < policy.steps().size(); i++) {
                Step step = policy.steps().get(i);
                if (step.target() instanceof Target.Position position
                        && !rota.plan().positions().contains(position.id())) {
                    alertingFaults.add(Fault.of(
                            "/policies/" + index + "/steps/" + i + "/position",
                            "the unknown position " + position.id(),
                            "one of " + String.join(", ", rota.plan().positions()) + " of rota.json"));
                }
            }
        }
        List<Fault> contactFaults = new ArrayList<>();
        for (Fault fault : alerting.disagreements(contacts)) {
            (fault.pointer().startsWith("/contacts") ? contactFaults : alertingFaults).add(fault);
        }
        for (String person : rota.plan().persons()) {
            if (!contacts.ids().contains(person)) {
                contactFaults.add(Fault.of(
                        "/contacts", "no contact " + person, "an address of everybody who takes turns in rota.json"));
            }
        }
        if (!alertingFaults.isEmpty()) {
            refused.add(message("alerting.json", alertingFaults));
        }
        if (!contactFaults.isEmpty()) {
            refused.add(message("contacts.json", contactFaults));
        }
        return refused;
    }

    private static String message(String source, List<Fault> faults) {
        return Objects.requireNonNull(new InvalidDocumentException(source, faults).getMessage());
    }

    private static String digest(List<byte[]> contents, List<PoliceEvent> events) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            contents.forEach(sha::update);
            sha.update(events.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}

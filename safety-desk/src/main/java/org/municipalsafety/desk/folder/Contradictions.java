/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.folder;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.measure.Measure;

/** What each document may say, but not all of them together. */
final class Contradictions {

    private final MunicipalityFolder folder;
    /** By the document in which one would look for them. */
    private final Map<String, List<Fault>> faults = new LinkedHashMap<>();

    private Contradictions(MunicipalityFolder folder) {
        this.folder = folder;
        MunicipalityFolder.NAMES.forEach(name -> faults.put(name, new ArrayList<>()));
    }

    /** A message for each document that contradicts another, or lacks a policy that the program will use. */
    static List<String> of(MunicipalityFolder folder, Set<String> policies) {
        Contradictions found = new Contradictions(folder);
        found.municipality();
        found.channels();
        policies.forEach(found::policy);
        found.positions();
        found.contacts();
        List<String> messages = new ArrayList<>();
        found.faults.forEach((name, list) -> {
            if (!list.isEmpty()) {
                messages.add(requireNonNull(new InvalidDocumentException(name, list).getMessage()));
            }
        });
        return messages;
    }

    private void add(String document, Fault fault) {
        requireNonNull(faults.get(document)).add(fault);
    }

    private void municipality() {
        String code = folder.situation().municipality().code();
        String expected = folder.directory().municipality().code();
        if (!code.equals(expected)) {
            add(
                    MunicipalityFolder.SITUATION,
                    Fault.of(
                            "/municipality/code",
                            "the municipality " + code,
                            "the municipality " + expected + " of directory.json"));
        }
    }

    private void channels() {
        List<Measure> measures = folder.situation().measures();
        for (int i = 0; i < measures.size(); i++) {
            String channel = measures.get(i).channel().orElse(null);
            if (channel != null && folder.directory().channel(channel).isEmpty()) {
                add(
                        MunicipalityFolder.SITUATION,
                        Fault.of(
                                "/measures/" + i + "/channel",
                                "the unknown channel " + channel,
                                "the id of a channel of directory.json"));
            }
        }
    }

    private void policy(String id) {
        if (folder.alerting().policy(id).isEmpty()) {
            add(
                    MunicipalityFolder.ALERTING,
                    Fault.of("/policies", "no policy " + id, "the policy by which the program alerts"));
        }
    }

    private void positions() {
        List<EscalationPolicy> policies = folder.alerting().policies();
        for (int i = 0; i < policies.size(); i++) {
            List<Step> steps = policies.get(i).steps();
            for (int j = 0; j < steps.size(); j++) {
                if (steps.get(j).target() instanceof Target.Position position
                        && !folder.rota().plan().positions().contains(position.id())) {
                    add(
                            MunicipalityFolder.ALERTING,
                            Fault.of(
                                    "/policies/" + i + "/steps/" + j + "/position",
                                    "the unknown position " + position.id(),
                                    "one of "
                                            + String.join(
                                                    ", ", folder.rota().plan().positions()) + " of rota.json"));
                }
            }
        }
    }

    private void contacts() {
        for (Fault fault : folder.alerting().disagreements(folder.contacts())) {
            boolean ofContacts = fault.pointer().startsWith("/contacts");
            add(ofContacts ? MunicipalityFolder.CONTACTS : MunicipalityFolder.ALERTING, fault);
        }
        for (String person : folder.rota().plan().persons()) {
            if (!folder.contacts().ids().contains(person)) {
                add(
                        MunicipalityFolder.CONTACTS,
                        Fault.of(
                                "/contacts",
                                "no contact " + person,
                                "an address of everybody who takes turns in rota.json"));
            }
        }
    }
}

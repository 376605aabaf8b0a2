/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.Node;

/**
 * Reads notifiers and escalation policies from a document of the kind {@code alerting}.
 *
 * <pre>{@code
 * {"document": "alerting", "version": 1,
 *  "notifiers": [{"id": "mail", "type": "mail", "config": {"host": "localhost", "port": 2525, …}}],
 *  "policies": [{"id": "tib", "steps": [{"position": "TIB", "notifiers": ["mail"], "acknowledgeWithin": "PT5M"}]}]}
 * }</pre>
 *
 * <p>Contacts stand in a document of their own, see {@link ContactsDocument}; a document that holds them as well is
 * refused.
 *
 * <p>Stateless and thread-safe.
 */
public final class AlertingDocument {

    private static final String KIND = "alerting";
    private static final int VERSION = 1;

    private AlertingDocument() {}

    /**
     * Reads a document from a file.
     *
     * @param file the file
     * @param providers the types of notifier there are
     * @return the notifiers and policies
     * @throws org.municipalsafety.core.document.InvalidDocumentException with all faults
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read
     */
    public static Alerting read(Path file, NotifierProviders providers) {
        return explained(configs -> Documents.read(file, KIND, VERSION, in -> document(in, providers, configs)));
    }

    /**
     * Reads a document from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @param providers the types of notifier there are
     * @return the notifiers and policies
     * @throws org.municipalsafety.core.document.InvalidDocumentException with all faults
     */
    public static Alerting read(byte[] content, String source, NotifierProviders providers) {
        return explained(
                configs -> Documents.read(content, source, KIND, VERSION, in -> document(in, providers, configs)));
    }

    /** Says the faults of notifiers' configurations in Swedish as well (N6). */
    private static Alerting explained(Function<Map<String, Class<? extends Record>>, Alerting> reading) {
        Map<String, Class<? extends Record>> configs = new LinkedHashMap<>();
        try {
            return reading.apply(configs);
        } catch (InvalidDocumentException refused) {
            List<Fault> faults = new ArrayList<>();
            for (Fault fault : refused.faults()) {
                Fault said = fault;
                for (Map.Entry<String, Class<? extends Record>> config : configs.entrySet()) {
                    said = NotifierConfigs.inBothLanguages(said, config.getKey(), config.getValue());
                }
                faults.add(said);
            }
            throw new InvalidDocumentException(refused.source(), faults);
        }
    }

    private static Field<Alerting> document(
            Fields in, NotifierProviders providers, Map<String, Class<? extends Record>> configs) {
        var notifiers =
                in.required("notifiers", list -> list.list(node -> ConfiguredNotifier.read(node, providers, configs)));
        var policies = in.required("policies", list -> list.list(EscalationPolicy::read));
        if (in.has(ContactsDocument.KIND)) {
            in.required(ContactsDocument.KIND, Node::unread);
            in.note(Fault.of("/contacts", "contacts beside notifiers and policies", "notifiers and policies alone")
                    .maybe("Maybe the document is of the old form: move the field contacts to a document of its own, "
                            + "contacts.json: {\"document\": \"contacts\", \"version\": 1, \"contacts\": […]}."));
        }
        return in.buildWithStandIns(() -> new Alerting(notifiers.get(), policies.get()));
    }

    /**
     * The JSON Schema of the document, draft 2020-12.
     *
     * @return its text
     */
    public static String schema() {
        return SchemaText.of("alerting-1.schema.json");
    }
}

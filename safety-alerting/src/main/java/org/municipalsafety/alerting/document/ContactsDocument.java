/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.document.Node;

/**
 * Reads and writes contacts: documents of the kind {@code contacts}, the only ones that hold people's addresses.
 *
 * <pre>{@code
 * {"document": "contacts", "version": 1,
 *  "contacts": [{"id": "anna", "addresses": {"mail": "anna@example.org"}}]}
 * }</pre>
 *
 * <p>No fault repeats an address (A7). Whether the notifiers and policies of an {@link Alerting} can reach the contacts
 * is told by {@link Alerting#disagreements}.
 *
 * <p>Stateless and thread-safe.
 */
public final class ContactsDocument {

    static final String KIND = "contacts";

    private static final int VERSION = 1;

    private ContactsDocument() {}

    /**
     * Reads a document from a file.
     *
     * @param file the file
     * @return the contacts
     * @throws org.municipalsafety.core.document.InvalidDocumentException with all faults
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read
     */
    public static ContactBook read(Path file) {
        return Documents.read(file, KIND, VERSION, ContactsDocument::document);
    }

    /**
     * Reads a document from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @return the contacts
     * @throws org.municipalsafety.core.document.InvalidDocumentException with all faults
     */
    public static ContactBook read(byte[] content, String source) {
        return Documents.read(content, source, KIND, VERSION, ContactsDocument::document);
    }

    private static Field<ContactBook> document(Fields in) {
        var contacts = in.required(KIND, list -> list.list(Entry::read));
        return in.build(() -> book(contacts.get()));
    }

    private static ContactBook book(List<Entry> entries) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Map<String, String>> book = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Alerting.unique(book.put(entry.id(), plain(entry.addresses())), "/contacts/" + i, faults);
            if (entry.addresses().isEmpty()) {
                faults.add(Fault.of("/contacts/" + i + "/addresses", "no address", "at least one address"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidModelException("list of contacts", faults);
        }
        return ContactBook.of(book);
    }

    private static Map<String, String> plain(Map<String, Address> addresses) {
        Map<String, String> plain = new LinkedHashMap<>();
        addresses.forEach((type, address) -> plain.put(type, address.value()));
        return plain;
    }

    /**
     * Writes contacts as a document; {@link #read(byte[], String)} gives the same back.
     *
     * @param contacts the contacts
     * @return the document, JSON that ends with a line feed: it holds personal data
     */
    public static String write(ContactBook contacts) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (String contact : contacts.ids()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", contact);
            entry.put("addresses", plain(contacts.addresses(contact)));
            entries.add(entry);
        }
        return Documents.write(KIND, VERSION, Map.of(KIND, entries));
    }

    /**
     * The JSON Schema of the document, draft 2020-12.
     *
     * @return its text
     */
    public static String schema() {
        return SchemaText.of("contacts-1.schema.json");
    }

    private record Entry(String id, Map<String, Address> addresses) {

        static Field<Entry> read(Node node) {
            return node.object(in -> {
                var id = in.required("id", Node::id);
                var addresses = in.required(
                        "addresses",
                        map -> map.map(
                                value -> value.secret().text().map("an address of 1 to 500 characters", Address::of)));
                return in.build(() -> new Entry(id.get(), addresses.get()));
            });
        }

        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }
}

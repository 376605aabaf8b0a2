/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.mail.MailNotifierProvider;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.InvalidModelException;

class AlertingDocumentTest {

    private static final NotifierProviders MAIL = NotifierProviders.of(new MailNotifierProvider());

    private static final String GOOD = """
            {"document": "alerting", "version": 1,
             "notifiers": [
               {"id": "post", "type": "mail", "config":
                 {"host": "localhost", "port": 2525, "from": "larm@example.org", "security": "PLAIN_LOOPBACK"}},
               {"id": "sokare", "type": "pager", "config": {"what": ["ever", {"it": 1}]}}],
             "policies": [{"id": "tib", "repeats": 2, "expiresAfter": "PT8H", "steps": [
               {"position": "TIB", "notifiers": ["post", "sokare"], "acknowledgeWithin": "PT5M"},
               {"contact": "bo", "notifiers": ["sokare"], "acknowledgeWithin": "PT5M"}]}]}""";

    private static final String GOOD_CONTACTS = """
            {"document": "contacts", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": "anna@example.org"}},
                          {"id": "bo", "addresses": {"pager": "4711"}}]}""";

    private static final String BAD = """
            {"document": "alerting", "version": 1,
             "notifiers": [{"id": "post", "type": "mail", "config":
                 {"host": "localhost", "port": "MARK", "from": "larm@example.org", "security": "PLAIN_LOOPBACK",
                  "pasword": "MARK"}}],
             "policies": [{"id": "tib", "steps": [
               {"position": "TIB", "contact": "bo", "notifiers": ["post"], "acknowledgeWithin": "PT5M"},
               {"position": "TIB", "notifiers": [], "acknowledgeWithin": "PT0S"}]}]}""";

    private static final String BAD_CONTACTS = """
            {"document": "contacts", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": " MARK ", "sms": "\\u0007MARK"}},
                          {"id": "bo", "addresses": {"fax": "MARK"}}, {"id": "bo", "addresses": {"mail": "b@example.org"}}],
             "notifiers": "MARK"}""";

    private static final String CONTRADICTORY = """
            {"document": "alerting", "version": 1,
             "notifiers": [{"id": "post", "type": "mail", "config":
                 {"host": "localhost", "port": 25, "from": "larm@example.org", "security": "PLAIN_LOOPBACK"}}],
             "policies": [{"id": "tib", "steps": [
               {"contact": "bo", "notifiers": ["post"], "acknowledgeWithin": "PT5M"},
               {"contact": "eva", "notifiers": ["post"], "acknowledgeWithin": "PT5M"}]}]}""";

    private static final String CONTRADICTORY_CONTACTS = """
            {"document": "contacts", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": "anna@example.org"}},
                          {"id": "bo", "addresses": {"fax": "1"}}]}""";

    /** What one document held before: contacts, notifiers and policies. */
    private static final String COMBINED = GOOD.replace(
            "\"notifiers\": [\n",
            "\"contacts\": [{\"id\": \"anna\", \"addresses\": {\"mail\": \"MARK@example.org\"}}],\n \"notifiers\": [\n");

    private static Alerting read(String json) {
        return AlertingDocument.read(json.getBytes(StandardCharsets.UTF_8), "alerting.json", MAIL);
    }

    private static ContactBook contacts(String json) {
        return ContactsDocument.read(json.getBytes(StandardCharsets.UTF_8), "contacts.json");
    }

    @Test
    void D1_aDocumentIsReadAndAMissingPluginIsNoFault() {
        Alerting document = read(GOOD);
        ContactBook contacts = contacts(GOOD_CONTACTS);
        assertThat(contacts.ids()).containsExactly("anna", "bo");
        assertThat(document.missingNotifiers()).containsExactly("sokare");
        EscalationPolicy policy = document.policy("tib").orElseThrow();
        assertThat(policy.repeats()).isEqualTo(2);
        assertThat(policy.steps()).hasSize(2);
        assertThat(contacts.address("anna", "mail").orElseThrow().value()).isEqualTo("anna@example.org");
        assertThat(document.disagreements(contacts)).isEmpty();
        assertThat(document.unreachable(contacts, "TIB", List.of("anna", "eva")))
                .containsExactly("eva");
        assertThat(document.toString()).doesNotContain("example.org").doesNotContain("localhost");
        assertThat(contacts.toString()).doesNotContain("example.org").doesNotContain("4711");
        assertThat(read(GOOD)).isEqualTo(document).hasSameHashCodeAs(document).isNotEqualTo(read(CONTRADICTORY));
        try (var notifiers = document.open(contacts)) {
            assertThat(notifiers.ids()).containsExactly("post");
        }
    }

    @Test
    void D1_allFaultsAreNamedAtOnceAndNoneRepeatsASecret() {
        assertThatThrownBy(() -> read(BAD)).isInstanceOfSatisfying(InvalidDocumentException.class, refused -> {
            assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .contains(
                            "/notifiers/0/config/port",
                            "/notifiers/0/config/pasword",
                            "/policies/0/steps/0",
                            "/policies/0/steps/1");
            assertThat(refused.getMessage())
                    .doesNotContain("MARK")
                    .contains(
                            "/notifiers/0/config/port: found a text of 4 characters, expected a whole number from 1 to 65535")
                    .contains("Fältet port är fel: väntat ett heltal från 1 till 65535")
                    .contains("Fältet pasword är okänt");
        });
        assertThatThrownBy(() -> contacts(BAD_CONTACTS))
                .isInstanceOfSatisfying(InvalidDocumentException.class, refused -> {
                    assertThat(refused.faults())
                            .extracting(Fault::pointer)
                            .contains("/contacts/0/addresses/sms", "/notifiers");
                    assertThat(refused.getMessage()).doesNotContain("MARK");
                });
    }

    @Test
    void D1_contactsInTheDocumentOfPoliciesAreRefusedWithTheWayOutAndNoneOfThemIsRepeated() {
        String also = COMBINED.replace("\"repeats\": 2", "\"repeat\": 2");
        assertThatThrownBy(() -> read(also)).isInstanceOfSatisfying(InvalidDocumentException.class, refused -> {
            assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder("/contacts", "/policies/0/repeat");
            assertThat(refused.getMessage())
                    .contains("Maybe the document is of the old form: move the field contacts to a document of its own")
                    .contains("contacts.json")
                    .doesNotContain("MARK");
        });
    }

    @Test
    void D1_whatIsWrittenReadsBackEqual() {
        ContactBook contacts = contacts(GOOD_CONTACTS);
        String written = ContactsDocument.write(contacts);
        assertThat(contacts(written)).isEqualTo(contacts).hasSameHashCodeAs(contacts);
        assertThat(contacts(written).ids()).containsExactly("anna", "bo");
        assertThat(contacts(CONTRADICTORY_CONTACTS)).isNotEqualTo(contacts);
    }

    @Test
    void A4_aContactWithNoUsableChannelIsAFault() {
        assertThat(read(CONTRADICTORY).disagreements(contacts(CONTRADICTORY_CONTACTS)))
                .extracting(Fault::pointer)
                .containsExactly("/contacts/1/addresses", "/policies/0/steps/0/contact", "/policies/0/steps/1/contact");
        assertThatThrownBy(() -> read(CONTRADICTORY).open(contacts(CONTRADICTORY_CONTACTS)))
                .isInstanceOfSatisfying(
                        InvalidModelException.class,
                        refused -> assertThat(refused.faults()).hasSize(3));
    }

    @Test
    void A4_anIdIsUsedOnceAndAStepNamesANotifierThatIsThere() {
        assertThatThrownBy(() -> read(CONTRADICTORY.replace("[\"post\"]", "[\"sms\"]")))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/policies/0/steps/0/notifiers/0", "/policies/0/steps/1/notifiers/0"));
        assertThatThrownBy(() -> contacts(GOOD_CONTACTS.replace(
                        "\"bo\", \"addresses\": {\"pager\": \"4711\"}", "\"anna\", \"addresses\": {}")))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/contacts/1/id", "/contacts/1/addresses"));
    }

    @Test
    void D1_thePublishedSchemaAgrees() {
        Schema schema = schema(AlertingDocument.schema());
        assertThat(schema.validate(GOOD, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(BAD, InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate(COMBINED, InputFormat.JSON)).isNotEmpty();
        Schema contacts = schema(ContactsDocument.schema());
        assertThat(contacts.validate(GOOD_CONTACTS, InputFormat.JSON)).isEmpty();
        assertThat(contacts.validate(BAD_CONTACTS, InputFormat.JSON)).isNotEmpty();
        assertThat(contacts.validate(ContactsDocument.write(contacts(GOOD_CONTACTS)), InputFormat.JSON))
                .isEmpty();
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }
}

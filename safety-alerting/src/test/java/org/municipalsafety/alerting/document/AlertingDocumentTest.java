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
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;

class AlertingDocumentTest {

    private static final NotifierProviders MAIL = NotifierProviders.of(new MailNotifierProvider());

    private static final String GOOD = """
            {"document": "alerting", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": "anna@example.org"}},
                          {"id": "bo", "addresses": {"pager": "4711"}}],
             "notifiers": [
               {"id": "post", "type": "mail", "config":
                 {"host": "localhost", "port": 2525, "from": "larm@example.org", "security": "PLAIN_LOOPBACK"}},
               {"id": "sokare", "type": "pager", "config": {"what": ["ever", {"it": 1}]}}],
             "policies": [{"id": "tib", "repeats": 2, "expiresAfter": "PT8H", "steps": [
               {"position": "TIB", "notifiers": ["post", "sokare"], "acknowledgeWithin": "PT5M"},
               {"contact": "bo", "notifiers": ["sokare"], "acknowledgeWithin": "PT5M"}]}]}""";

    private static final String BAD = """
            {"document": "alerting", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": " MARK ", "sms": "\\u0007MARK"}},
                          {"id": "bo", "addresses": {"fax": "MARK"}}, {"id": "bo", "addresses": {"mail": "b@example.org"}}],
             "notifiers": [{"id": "post", "type": "mail", "config":
                 {"host": "localhost", "port": "MARK", "from": "larm@example.org", "security": "PLAIN_LOOPBACK",
                  "pasword": "MARK"}}],
             "policies": [{"id": "tib", "steps": [
               {"position": "TIB", "contact": "bo", "notifiers": ["post"], "acknowledgeWithin": "PT5M"},
               {"position": "TIB", "notifiers": [], "acknowledgeWithin": "PT0S"}]}]}""";

    private static final String CONTRADICTORY = """
            {"document": "alerting", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": "anna@example.org"}},
                          {"id": "anna", "addresses": {"mail": "anna@example.org"}},
                          {"id": "bo", "addresses": {"fax": "1"}}],
             "notifiers": [{"id": "post", "type": "mail", "config":
                 {"host": "localhost", "port": 25, "from": "larm@example.org", "security": "PLAIN_LOOPBACK"}}],
             "policies": [{"id": "tib", "steps": [
               {"contact": "bo", "notifiers": ["post"], "acknowledgeWithin": "PT5M"},
               {"contact": "eva", "notifiers": ["sms"], "acknowledgeWithin": "PT5M"}]}]}""";

    private static AlertingDocument read(String json) {
        return AlertingDocument.read(json.getBytes(StandardCharsets.UTF_8), "alerting.json", MAIL);
    }

    @Test
    void D1_aDocumentIsReadAndAMissingPluginIsNoFault() {
        AlertingDocument document = read(GOOD);
        assertThat(document.contacts()).containsExactly("anna", "bo");
        assertThat(document.missingNotifiers()).containsExactly("sokare");
        EscalationPolicy policy = document.policy("tib").orElseThrow();
        assertThat(policy.repeats()).isEqualTo(2);
        assertThat(policy.steps()).hasSize(2);
        assertThat(document.address("anna", "mail").orElseThrow().value()).isEqualTo("anna@example.org");
        assertThat(document.unreachable("TIB", List.of("anna", "eva"))).containsExactly("eva");
        assertThat(document.toString()).doesNotContain("example.org");
        try (var notifiers = document.open()) {
            assertThat(notifiers.ids()).containsExactly("post");
        }
    }

    @Test
    void D1_allFaultsAreNamedAtOnceAndNoneRepeatsASecret() {
        assertThatThrownBy(() -> read(BAD)).isInstanceOfSatisfying(InvalidDocumentException.class, refused -> {
            assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .contains(
                            "/contacts/0/addresses/sms",
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
    }

    @Test
    void A4_aContactWithNoUsableChannelIsAFault() {
        assertThatThrownBy(() -> read(CONTRADICTORY))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly(
                                        "/contacts/1/id",
                                        "/contacts/2/addresses",
                                        "/policies/0/steps/0/contact",
                                        "/policies/0/steps/1/notifiers/0",
                                        "/policies/0/steps/1/contact"));
    }

    @Test
    void D1_thePublishedSchemaAgrees() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(AlertingDocument.schema());
        assertThat(schema.validate(GOOD, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(BAD, InputFormat.JSON)).isNotEmpty();
    }
}

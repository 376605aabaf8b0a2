/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.endpoint.WebPage;
import org.municipalsafety.core.text.LocalizedText;

/**
 * The part of a channel that says where it is reached.
 *
 * <p>Stateless and thread-safe.
 */
final class EndpointPart {

    /** Stands in for the purpose of a code that is looked at alone. */
    private static final LocalizedText UNREAD = LocalizedText.of("?", "?");

    private EndpointPart() {}

    private static final List<String> ENDPOINTS = List.of("number", "shortCode", "localCode", "email", "page");

    /** What is meant for fewer people than the public is secret as a whole: numbers stand in the wrong field, too. */
    static Field<Endpoint> read(Node node) {
        return node.object(in -> {
            List<String> kinds = ENDPOINTS.stream().filter(in::has).toList();
            if (kinds.size() != 1) {
                return kinds.isEmpty()
                        ? in.noneOf("no endpoint", ENDPOINTS, null)
                        : in.fault(
                                "the fields " + String.join(", ", kinds) + " together",
                                "one of the fields " + String.join(", ", ENDPOINTS));
            }
            return read(in, kinds.get(0));
        });
    }

    private static Field<Endpoint> read(Fields in, String kind) {
        switch (kind) {
            case "shortCode" -> {
                var code = in.required(
                        "shortCode",
                        each -> each.text()
                                .map("one of 112, 113 13, 114 14, 116 000, 116 111, 116 123, 1177", ShortCode::of));
                return in.build(code::get);
            }
            case "localCode" -> {
                var code = in.required(
                        "localCode",
                        each -> each.text()
                                .map(
                                        "two to six digits that are no national short code",
                                        text -> ShortCode.local(text, UNREAD).text()));
                var purpose = in.required("purpose", Node::localizedLine);
                return in.build(() -> ShortCode.local(code.get(), purpose.get()));
            }
            case "email" -> {
                var address = in.required(
                        "email",
                        each -> each.text().map("an e-mail address such as name@example.se", EmailAddress::new));
                return in.build(address::get);
            }
            case "page" -> {
                var page = in.required(
                        "page",
                        each -> each.text()
                                .map(
                                        "an address that begins with https:// and a host",
                                        text -> new WebPage("?", text).uri()));
                var text = in.required(
                        "text",
                        each -> each.text()
                                .map(
                                        "one line without control characters",
                                        line -> new WebPage(line, "https://example.org").text()));
                return in.build(() -> new WebPage(text.get(), page.get()));
            }
            default -> {
                var number = in.required(
                        "number",
                        each -> each.text()
                                .map("a full Swedish telephone number such as 011-15 00 00", GeographicNumber::new));
                return in.build(number::get);
            }
        }
    }

    static Map<String, Object> json(Endpoint endpoint) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (endpoint instanceof ShortCode code) {
            json.put(code.national() ? "shortCode" : "localCode", code.text());
            if (!code.national()) {
                json.put("purpose", code.purpose().byLanguage());
            }
        } else if (endpoint instanceof WebPage page) {
            json.put("page", page.uri());
            json.put("text", page.text());
        } else {
            json.put(endpoint instanceof EmailAddress ? "email" : "number", endpoint.text());
        }
        return json;
    }
}

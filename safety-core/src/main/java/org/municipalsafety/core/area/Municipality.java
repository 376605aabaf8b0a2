/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.area;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A municipality.
 *
 * <p>Immutable and thread-safe.
 *
 * @param code the four digits that Statistics Sweden (SCB) gave it, such as {@code 0581}; a text, for the leading zero
 * @param name its name
 * @param zone where its clocks are
 */
public record Municipality(String code, LocalizedText name, ZoneId zone) {

    private static final Pattern CODE = Pattern.compile("\\d{4}");

    /**
     * Checks the code and the name.
     *
     * @throws IllegalArgumentException if the code is not four digits, or the name not one line
     */
    public Municipality {
        requireNonNull(code, "code");
        name.requireLine();
        requireNonNull(zone, "zone");
        code(code);
    }

    private static String code(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("""
                    The municipality code is not four digits.
                    Maybe the leading zero is missing: 0581, not 581.""");
        }
        return code;
    }

    /**
     * Reads {@code {"code": "0581", "name": {…}, "zone": "Europe/Stockholm"}}.
     *
     * @param node where it stands
     * @return the municipality, or its faults
     */
    public static Field<Municipality> read(Node node) {
        return node.object(in -> {
            var code = in.required(
                    "code", each -> each.text().map("SCB's code of four digits, such as 0581", Municipality::code));
            var name = in.required("name", Node::localizedLine);
            var zone = in.required("zone", Node::zone);
            return in.build(() -> new Municipality(code.get(), name.get(), zone.get()));
        });
    }

    /**
     * The municipality as {@link #read} reads it.
     *
     * @return the fields of the document in order
     */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("name", name.byLanguage());
        json.put("zone", zone.getId());
        return json;
    }
}

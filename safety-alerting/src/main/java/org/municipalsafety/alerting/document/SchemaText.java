/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published schemas that lie beside their readers. */
final class SchemaText {

    private SchemaText() {}

    static String of(String name) {
        try (InputStream in = requireNonNull(SchemaText.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DocumentsProperties {

    private static final String SECRET = "070-123 45 67";
    private static final byte[] GOOD = ("{\"document\": \"level\", \"version\": 1, \"name\": \"Grön\", \"staff\": 2, "
                    + "\"colour\": \"GREEN\", \"from\": \"2026-11-26T14:00:00+01:00\", \"phone\": \"" + SECRET
                    + "\", \"tasks\": [\"a\", \"b\"]}")
            .getBytes(UTF_8);

    @Property(tries = 2_000)
    void D1_anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] content) {
        refusedOrRead(content);
    }

    @Property(tries = 2_000)
    void D1_anyJsonLikeTextIsReadOrRefused(@ForAll("jsonLike") String text) {
        refusedOrRead(text.getBytes(UTF_8));
    }

    @Property(tries = 5_000)
    void D1_anyMutationIsReadOrRefusedWithoutTheSecret(
            @ForAll @IntRange(max = 400) int where, @ForAll byte with, @ForAll @IntRange(max = 3) int how) {
        int at = where % GOOD.length;
        int length = how == 0 ? GOOD.length : how == 1 ? GOOD.length + 1 : how == 2 ? GOOD.length - 1 : at;
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            int from = how == 1 && i > at ? i - 1 : how == 2 && i >= at ? i + 1 : i;
            content[i] = GOOD[from];
        }
        if (how < 2) {
            content[at] = with;
        }
        refusedOrRead(content);
    }

    private static void refusedOrRead(byte[] content) {
        try {
            DocumentsTest.read(content);
        } catch (InvalidDocumentException refused) {
            assertThat(refused.faults()).isNotEmpty();
            assertThat(refused.getCause()).isNull();
            assertThat(refused.getMessage())
                    .doesNotContain("jackson")
                    .doesNotContain("byte[]")
                    .doesNotContain("Source:")
                    .doesNotContain("123 45");
        }
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"",
                        "\"document\"",
                        "\"level\"",
                        "\"version\"",
                        "1",
                        "\"name\"",
                        "\"staff\"",
                        "null",
                        "true",
                        "-",
                        "1e9",
                        "0.1",
                        "\\u0000",
                        "\\",
                        " ",
                        "\n",
                        "å",
                        "😀")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property
    void D1_whatIsWrittenReadsBack(@ForAll("texts") String text, @ForAll int number) {
        String written = Documents.write(
                "pair", 3, java.util.Map.of("text", text, "number", number == 0 ? 1 : Math.abs(number / 2) + 1));
        assertThat(written).endsWith("}\n");
        String back = Documents.read(written.getBytes(UTF_8), "pair", "pair", 3, in -> {
            var value = in.required("text", Node::text);
            in.required("number", node -> node.integer(1, Integer.MAX_VALUE));
            return in.build(value::get);
        });
        assertThat(back).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(40)
                .filter(text -> !text.isBlank() && UTF_8.newEncoder().canEncode(text));
    }
}

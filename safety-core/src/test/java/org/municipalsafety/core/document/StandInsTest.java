/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeten.extra.Interval;

/** D1: what is wrong between the fields of an object is told though one of them is faulty. */
class StandInsTest {

    record Range(int least, int most, Interval when) {
        Range {
            if (least > most) {
                throw new InvalidModelException(
                        "range", List.of(Fault.of("/most", "less than least", "at least as much")));
            }
        }
    }

    private static Field<Range> range(Node node) {
        return node.object(in -> {
            var least = in.required("least", value -> value.integer(0, 9));
            var most = in.required("most", value -> value.integer(0, 9));
            var when = in.interval("from", "until").standIn(() -> Interval.ALL);
            return in.buildWithStandIns(() -> new Range(least.get(), most.get(), when.get()));
        });
    }

    private static List<String> faults(String ranges) {
        String text = "{\"document\": \"ranges\", \"version\": 1, \"ranges\": [" + ranges + "]}";
        return catchThrowableOfType(
                        InvalidDocumentException.class,
                        () -> Documents.read(text.getBytes(UTF_8), "x.json", "ranges", 1, in -> {
                            List<Field<Range>> found = in.each("ranges", StandInsTest::range);
                            return in.build(() -> new ArrayList<>(found));
                        }))
                .faults()
                .stream()
                .map(Fault::pointer)
                .toList();
    }

    private static final String TIMES = ", \"from\": \"2026-01-01T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\"";

    @Test
    void D1_whatStandsInLetsTheOtherFaultsBeTold() {
        assertThat(
                        faults(
                                "{\"least\": 3, \"most\": 1, \"from\": \"now\", \"until\": \"2026-01-02T00:00:00Z\", \"x\": 1}"))
                .containsExactlyInAnyOrder("/ranges/0/from", "/ranges/0/x", "/ranges/0/most");
    }

    @Test
    void D1_whereNothingStandsInTheObjectIsGivenUp() {
        assertThat(faults("{\"least\": \"3\", \"most\": 1" + TIMES + "}, {\"least\": 3, \"most\": 1" + TIMES + "}"))
                .containsExactly("/ranges/0/least", "/ranges/1/most");
    }

    @Test
    void D1_anIntervalThatRunsBackwardsIsAFaultOfItsEnd() {
        assertThat(
                        faults(
                                "{\"least\": 1, \"most\": 1, \"from\": \"2026-01-02T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\"}"))
                .containsExactly("/ranges/0/until");
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.SafetyException;

/** Documents that are sound each by itself, and what they may not say together. */
class MunicipalityFolderTest {

    private static final Path NORRKOPING =
            Path.of("../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping");
    private static final NotifierProviders PROVIDERS =
            NotifierProviders.discover(MunicipalityFolderTest.class.getClassLoader());

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String name : MunicipalityFolder.NAMES) {
            Files.copy(NORRKOPING.resolve(name), folder.resolve(name));
        }
    }

    private void change(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    private String refusal(String... policies) {
        try {
            MunicipalityFolder.read(DocumentSource.folder(folder), PROVIDERS, Set.of(policies));
        } catch (SafetyException refused) {
            return Objects.requireNonNull(refused.getMessage());
        }
        throw new AssertionError("The folder was read.");
    }

    @Test
    void aSoundFolderIsReadWhole() {
        MunicipalityFolder read = MunicipalityFolder.read(folder, PROVIDERS);
        assertThat(read.directory().municipality().code()).isEqualTo("0581");
        assertThat(read.rota().plan().positions()).containsExactly("TIB", "BACKUP");
        assertThat(read.situation().measures()).isNotEmpty();
        assertThat(read.alerting().policy("tib-larm")).isPresent();
        assertThat(read.contacts().ids()).containsAll(read.rota().plan().persons());
    }

    @Test
    void A7_theTextFormShowsNoAddresses() {
        assertThat(MunicipalityFolder.read(folder, PROVIDERS).toString())
                .doesNotContain("@")
                .doesNotContain("011-");
    }

    @Test
    void theDigestTellsWhetherAnythingWasChanged() throws IOException {
        String before = MunicipalityFolder.read(folder, PROVIDERS).digest();
        assertThat(MunicipalityFolder.read(folder, PROVIDERS).digest()).isEqualTo(before);
        change("rota.json", "\"byte-1\"", "\"byte-2\"");
        assertThat(MunicipalityFolder.read(folder, PROVIDERS).digest()).isNotEqualTo(before);
    }

    @Test
    void D1_everyFaultOfEveryDocumentIsNamed() throws IOException {
        change("rota.json", "\"weeks\": 1", "\"wekes\": 1");
        change("directory.json", "011-15 22 83", "0x11");
        change("situation.json", "\"GUARD_EXTRA\"", "17");
        change("alerting.json", "\"PT5M\"", "\"5 minutes\"");
        Files.delete(folder.resolve("contacts.json"));
        assertThat(refusal())
                .contains("directory.json", "/channels/1/endpoint")
                .contains("rota.json", "/versions/0/positions/0/layers/0/rotation/turns")
                .contains("situation.json", "/measures/3/code", "/measures/4/code")
                .contains("alerting.json", "/policies/0/steps/0/acknowledgeWithin")
                .contains("The document contacts.json cannot be read from the folder " + folder, "Maybe it is missing");
    }

    @Test
    void theSituationIsOfTheMunicipalityOfTheDirectory() throws IOException {
        change("directory.json", "\"0581\"", "\"0580\"");
        assertThat(refusal())
                .contains("situation.json", "/municipality/code", "the municipality 0580 of directory.json");
    }

    @Test
    void aMeasuresChannelIsInTheDirectory() throws IOException {
        change("situation.json", "\"channel\": \"socialjouren\"", "\"channel\": \"jouren\"");
        assertThat(refusal()).contains("situation.json", "/measures/0/channel", "the unknown channel jouren");
    }

    @Test
    void aStepsPositionIsInTheRota() throws IOException {
        change("alerting.json", "\"BACKUP\"", "\"RESERVE\"");
        assertThat(refusal()).contains("alerting.json", "/position", "the unknown position RESERVE", "TIB, BACKUP");
    }

    @Test
    void whoeverTakesTurnsHasAnAddress() throws IOException {
        change("contacts.json", "\"id\": \"oxel\"", "\"id\": \"axel\"");
        assertThat(refusal()).contains("contacts.json", "no contact oxel").doesNotContain("@example.org");
    }

    @Test
    void aPolicyThatTheProgramUsesIsThere() {
        assertThat(refusal("tib-larm", "flood")).contains("alerting.json", "/policies", "no policy flood");
    }

    @Test
    void whatIsShippedBesideAClassIsASourceToo() {
        assertThatThrownBy(() -> MunicipalityFolder.read(
                        DocumentSource.beside(MunicipalityFolderTest.class), PROVIDERS, Set.of()))
                .isInstanceOf(SafetyException.class)
                .hasMessageContaining(
                        "directory.json cannot be read from the resources of org.municipalsafety.desk.folder");
    }
}

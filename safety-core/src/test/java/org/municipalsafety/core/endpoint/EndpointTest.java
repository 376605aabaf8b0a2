/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.channel.Channels;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.text.LocalizedText;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"011-15 00 00", "011 15 00 00", "+46 11 15 00 00", "+46 (0)11-15 00 00", "0046 11 150000"})
    void C6_spellingsOfOneNumberKeepTheirText(String text) {
        var number = new GeographicNumber(text);
        assertThat(number.text()).isEqualTo(text);
        assertThat(number.e164()).isEqualTo("+4611150000");
        assertThat(number.telUri()).isEqualTo("tel:+4611150000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "011-15 00 00",
                "011-15 22 83",
                "054-540 50 54",
                "046-12 12 99",
                "013-20 75 26",
                "0220-24000",
                "08-508 29 000",
                "0771-11 44 00",
                "020-22 00 60",
                "010-456 70 00",
                "031-390 06 00"
            })
    void C6_theInternationalFormIsThatOfLibphonenumber(String text) throws NumberParseException {
        var library = PhoneNumberUtil.getInstance();
        var parsed = library.parse(text, "SE");
        assertThat(new GeographicNumber(text).e164())
                .isEqualTo(library.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "112",
                "113 13",
                "114 14",
                "1177",
                "",
                " ",
                "011",
                "011-15",
                "11 15 00 00",
                "+45 11 15 00 00",
                "011-15 00 00 00 00",
                "011-15 00 0x",
                "tel:+4611150000",
                "+46",
                "0000000000",
                "٠١١ ١٥ ٠٠ ٠٠"
            })
    void C6_whatIsNoFullNumberIsRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeographicNumber(text))
                .withMessageContaining("expected such as 011-15 00 00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "113 13", "11313", "114 14", "1177", "116 111"})
    void C6_aShortCodeNeverBecomesE164(String text) {
        var code = ShortCode.of(text);
        assertThat(code.uri()).isEqualTo("tel:" + text.replace(" ", ""));
        assertThat(code.strictTelUri()).endsWith(";phone-context=+46");
        assertThat(code.purpose().byLanguage()).containsOnlyKeys("sv", "en");
    }

    @Test
    void C6_theNationalCodesAreClosed() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShortCode.of("911"));
        assertThatIllegalArgumentException().isThrownBy(() -> ShortCode.of("1234567"));
        var purpose = LocalizedText.of("växeln", "switchboard");
        assertThat(ShortCode.local("9000", purpose).telUri()).isEqualTo("tel:9000");
        assertThatIllegalArgumentException().isThrownBy(() -> ShortCode.local("112", purpose));
    }

    @Test
    void A7_toStringHoldsNoNumber() {
        assertThat(new GeographicNumber("011-15 00 00")).asString().doesNotContain("15");
        assertThat(Channels.channel("c", Availability.always())).asString().doesNotContain("15 00");
    }

    /** The list is closed: no other code is national, and none of it is local. */
    @Test
    void C6_theNationalCodesAreExactlyThoseOfTheList() {
        LocalizedText purpose = LocalizedText.of("x", "x");
        for (ShortCode code : ShortCode.NATIONAL) {
            assertThat(new ShortCode(code.text(), code.purpose(), true)).isEqualTo(code);
            assertThatIllegalArgumentException().isThrownBy(() -> new ShortCode(code.text(), code.purpose(), false));
            assertThatIllegalArgumentException().isThrownBy(() -> new ShortCode(code.digits(), purpose, false));
            assertThatIllegalArgumentException().isThrownBy(() -> new ShortCode(code.text(), purpose, true));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new ShortCode("999", purpose, true));
        assertThat(new ShortCode("999", purpose, false)).isEqualTo(ShortCode.local("999", purpose));
    }
}

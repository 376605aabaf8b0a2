/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.duty;

import java.nio.file.Path;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.roster.RotaContract;

// snippet contract
class OurRotaTest implements RotaContract {

    @Override
    public Rota rota() {
        return RotaDocument.read(Path.of("src/main/resources/org/municipalsafety/examples/norrkoping/rota.json"));
    }
}
// end

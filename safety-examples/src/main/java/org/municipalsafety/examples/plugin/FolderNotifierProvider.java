/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.plugin;

import java.nio.file.Path;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierProvider;

// snippet provider
/** Makes notifiers that put messages into a folder. */
public final class FolderNotifierProvider implements NotifierProvider<FolderConfig> {

    /** For the service loader. */
    public FolderNotifierProvider() {}

    @Override
    public String type() {
        return "folder";
    }

    @Override
    public Class<FolderConfig> configType() {
        return FolderConfig.class;
    }

    @Override
    public Notifier create(FolderConfig config) {
        return new FolderNotifier(Path.of(config.folder()), config.suffix());
    }
}
// end

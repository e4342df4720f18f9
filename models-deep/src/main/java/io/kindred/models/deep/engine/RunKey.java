package io.kindred.models.deep.engine;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.model.TrainingContext;
import java.util.zip.CRC32C;

/** Names a training run among all that could share a folder. Stateless. */
public final class RunKey {
    private RunKey() {}

    /**
     * The same for two runs exactly when they would compute the same, but for accidents of a checksum.
     *
     * @param model the provider's name
     * @param parameters its hyper-parameters
     * @param interactions it is trained on
     */
    public static String of(String model, Record parameters, Interactions interactions, TrainingContext context) {
        CRC32C sum = new CRC32C();
        SparseRows byUser = interactions.byUser();
        for (int u = 0; u < byUser.rowCount(); u++) {
            add(sum, byUser.end(u));
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                add(sum, byUser.column(p));
            }
        }
        return model + " " + parameters + " seed " + context.seed() + " on "
                + interactions.users().fingerprint() + " "
                + interactions.items().fingerprint() + " " + Long.toHexString(sum.getValue());
    }

    private static void add(CRC32C sum, int number) {
        sum.update(number);
        sum.update(number >>> 8);
        sum.update(number >>> 16);
        sum.update(number >>> 24);
    }
}

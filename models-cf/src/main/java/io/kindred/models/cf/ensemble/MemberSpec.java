package io.kindred.models.cf.ensemble;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Trainer;
import io.kindred.core.scorer.EnsembleModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member as it is written in the parameter {@code models}: {@code NAME} or {@code NAME(PARAMETER=VALUE, ...)}. Immutable.
 *
 * @param name of the model
 * @param parameters those that are not its defaults
 */
record MemberSpec(String name, Map<String, String> parameters) {
    private static final Pattern MEMBER = Pattern.compile("\\s*([A-Za-z0-9-]+)\\s*(?:\\(([^()]*)\\))?\\s*");
    private static final Pattern SETTING = Pattern.compile("\\s*([A-Za-z0-9]+)\\s*=\\s*([^,()=]*[^,()=\\s])\\s*");
    private static final String SHAPE = "models are written like als, ease(regularization=300), item-knn";

    MemberSpec {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The members in a list.
     *
     * @throws KindredException naming the place that cannot be read
     */
    static List<MemberSpec> parse(String text) {
        List<MemberSpec> members = new ArrayList<>();
        Matcher member = MEMBER.matcher(text);
        int at = 0;
        while (true) {
            member.region(at, text.length());
            if (!member.lookingAt()) {
                throw unreadable(text, at, "a model's name");
            }
            members.add(new MemberSpec(member.group(1), settings(text, member)));
            at = member.end();
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) != ',') {
                throw unreadable(text, at, text.charAt(at) == '(' ? "a closing bracket for this one" : "a comma");
            }
            at++;
        }
        if (members.size() > EnsembleModel.MAX_MEMBERS) {
            throw new KindredException("model 'ensemble': models names " + members.size() + " members; at most "
                    + EnsembleModel.MAX_MEMBERS);
        }
        return List.copyOf(members);
    }

    private static Map<String, String> settings(String text, Matcher member) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (member.group(2) == null || member.group(2).isBlank()) {
            return settings;
        }
        int at = member.start(2);
        for (String part : member.group(2).split(",", -1)) {
            Matcher setting = SETTING.matcher(part);
            if (!setting.matches()) {
                throw unreadable(text, at, "PARAMETER=VALUE");
            }
            if (settings.put(setting.group(1), setting.group(2)) != null) {
                throw new KindredException(
                        "model 'ensemble': models sets '" + setting.group(1) + "' of '" + member.group(1) + "' twice");
            }
            at += part.length() + 1;
        }
        return settings;
    }

    private static KindredException unreadable(String text, int at, String expected) {
        String rest = text.substring(at).strip();
        return new KindredException("model 'ensemble': models is '" + text + "', which lacks " + expected
                + (rest.isEmpty() ? " at its end" : " at '" + rest + "'") + "; " + SHAPE);
    }

    /**
     * One weight for each member.
     *
     * @param text numbers separated by commas; blank for 1 each
     */
    static float[] weights(String text, int members) {
        float[] weights = new float[members];
        if (text.isBlank()) {
            Arrays.fill(weights, 1f);
            return weights;
        }
        String[] numbers = text.split(",", -1);
        if (numbers.length != members) {
            throw new KindredException("model 'ensemble': weights is '" + text + "', " + numbers.length
                    + (numbers.length == 1 ? " number" : " numbers") + " for " + members + " members");
        }
        for (int m = 0; m < members; m++) {
            weights[m] = weight(numbers[m].strip(), text);
        }
        return weights;
    }

    private static float weight(String number, String text) {
        try {
            float weight = Float.parseFloat(number);
            if (weight >= 0 && weight <= 1e6f) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw new KindredException(
                    "model 'ensemble': weights is '" + text + "', but '" + number + "' is no number", e);
        }
        throw new KindredException(
                "model 'ensemble': weights is '" + text + "', but '" + number + "' is not a number from 0 to 1000000");
    }

    /**
     * A trainer of the member.
     *
     * @throws KindredException if the model or a parameter does not exist, or it is an ensemble
     */
    Trainer trainer(ModelCatalog catalog) {
        String id = catalog.get(name).name();
        if (id.equals(EnsembleProvider.NAME)) {
            throw new KindredException("model 'ensemble': an ensemble cannot be a member of another; name its members");
        }
        return catalog.trainer(id, parameters);
    }
}

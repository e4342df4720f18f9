package io.kindred.evaluation.definition;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** Writes down every key of an experiment file, from the records that files are read into. Stateless. */
public final class KeyReference {
    private KeyReference() {}

    /** Tables in Markdown: one for the top of the file and one for each key that has keys of its own. */
    public static String markdown() {
        StringBuilder page = new StringBuilder();
        table(page, "At the top of the file", ExperimentFile.class);
        for (RecordComponent component : RecordBinder.keys(ExperimentFile.class)) {
            Class<?> inner = inner(component.getGenericType());
            if (inner.isRecord()) {
                boolean list = component.getType() == List.class;
                table(page, "Under `" + component.getName() + "`" + (list ? ", each" : ""), inner);
            }
        }
        return page.toString();
    }

    private static void table(StringBuilder page, String title, Class<?> type) {
        page.append("\n### ").append(title).append("\n\n");
        page.append("| key | default | legal | what it does |\n| --- | --- | --- | --- |\n");
        for (RecordComponent component : RecordBinder.keys(type)) {
            Key key = component.getAnnotation(Key.class);
            String legal = key.legal().isEmpty() ? RecordBinder.words(component.getGenericType()) : key.legal();
            page.append("| `").append(component.getName()).append("` | ");
            page.append(preset(component, key)).append(" | ");
            page.append(cell(legal)).append(" | ").append(cell(key.doc())).append(" |\n");
        }
    }

    private static String preset(RecordComponent component, Key key) {
        if (key.required()) {
            return "must be given";
        }
        if (key.preset().isEmpty()) {
            return "";
        }
        return component.getType() == List.class ? "`[" + key.preset() + "]`" : "`" + key.preset() + "`";
    }

    private static Class<?> inner(Type type) {
        Class<?> raw = RecordBinder.raw(type);
        return raw == List.class || raw == Optional.class ? inner(RecordBinder.argumentOf(type, 0)) : raw;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}

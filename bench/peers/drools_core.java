// Drools' core alone (the jar that drools-jpy brings): an executable model over a Map, one long session.
// PACKAGE: drools-jpy
// HOW: Java 17, lambdas over a Map, one KieSession: insert, fire, delete; no Python in the loop
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.*;
import java.util.function.Predicate;
import org.drools.model.*;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import static org.drools.model.DSL.*;
import static org.drools.model.PatternDSL.*;

public class drools_core {
    static final List<String> fired = new ArrayList<>();

    static boolean isNot(List<Object> c) { return c.get(0).equals("not"); }

    static boolean isBlock(List<Object> c) { return c.get(0).equals("all") || c.get(0).equals("any"); }

    @SuppressWarnings("unchecked")
    static Predicate<Map<String, Object>> test(List<Object> c) {
        if (isNot(c)) return test((List<Object>) c.get(1)).negate();
        if (isBlock(c)) {
            boolean all = c.get(0).equals("all");
            List<Predicate<Map<String, Object>>> parts = new ArrayList<>();
            for (List<Object> part : (List<List<Object>>) c.get(1)) parts.add(test(part));
            return f -> {
                for (Predicate<Map<String, Object>> p : parts) if (p.test(f) != all) return !all;
                return all;
            };
        }
        String op = (String) c.get(0), name = (String) c.get(1);
        Object value = c.get(2);
        if (op.equals("in")) { Set<Object> set = new HashSet<>((List<Object>) value); return f -> set.contains(f.get(name)); }
        if (!(value instanceof Number)) return f -> value.equals(f.get(name));
        double v = ((Number) value).doubleValue();
        switch (op) {
            case ">=": return f -> ((Number) f.get(name)).doubleValue() >= v;
            case ">": return f -> ((Number) f.get(name)).doubleValue() > v;
            case "<=": return f -> ((Number) f.get(name)).doubleValue() <= v;
            case "<": return f -> ((Number) f.get(name)).doubleValue() < v;
            default: return f -> ((Number) f.get(name)).doubleValue() == v;
        }
    }

    // The parts of an `all` are constraints of their own, which Drools shares between rules.
    @SuppressWarnings("unchecked")
    static List<List<Object>> parts(List<Object> c) {
        if (!c.get(0).equals("all")) return List.of(c);
        List<List<Object>> found = new ArrayList<>();
        for (List<Object> part : (List<List<Object>>) c.get(1)) found.addAll(parts(part));
        return found;
    }

    @SuppressWarnings("unchecked")
    static KieSession load(List<Map<String, Object>> rules) {
        ModelImpl model = new ModelImpl();
        for (Map<String, Object> r : rules) {
            String id = (String) r.get("id");
            Variable<Map> site = declarationOf(Map.class);
            PatternDef<Map> pattern = pattern(site);
            for (List<Object> c : parts((List<Object>) r.get("when"))) {
                Predicate<Map<String, Object>> p = test(c);
                pattern = pattern.expr(c.toString(), f -> p.test((Map<String, Object>) f));
            }
            model.addRule(rule(id).build(pattern, on(site).execute(f -> fired.add(id))));
        }
        return KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    }

    static List<String> evaluate(KieSession session, Map<String, Object> facts) {
        fired.clear();
        FactHandle handle = session.insert(facts);
        session.fireAllRules();
        session.delete(handle);
        return fired;
    }

    // As in measuring.py: of each slice (half a millisecond) the quickest pass, all added up.
    static double rate(KieSession session, List<Map<String, Object>> facts, double seconds) {
        int size = 200, slices = (facts.size() + size - 1) / size;
        double[] least = new double[slices];
        Arrays.fill(least, Double.MAX_VALUE);
        long begin = System.nanoTime();
        for (int pass = 0; pass < 5 || (System.nanoTime() - begin) / 1e9 < seconds; pass++) {
            for (int slice = 0; slice < slices; slice++) {
                long start = System.nanoTime();
                int end = Math.min(facts.size(), (slice + 1) * size);
                for (int i = slice * size; i < end; i++) evaluate(session, facts.get(i));
                least[slice] = Math.min(least[slice], (System.nanoTime() - start) / 1e9);
            }
        }
        return facts.size() / Arrays.stream(least).sum();
    }

    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws Exception {
        Map<String, Object> workload = new ObjectMapper().readValue(new File(args[0]), Map.class);
        List<Map<String, Object>> facts = (List<Map<String, Object>>) workload.get("facts");
        List<List<String>> expected = (List<List<String>>) workload.get("expected");
        double seconds = Double.parseDouble(args[1]);
        long start = System.nanoTime();
        KieSession session = load((List<Map<String, Object>>) workload.get("rules"));
        double loadMs = (System.nanoTime() - start) / 1e6;
        int wrong = 0;
        for (int i = 0; i < facts.size(); i++) {
            List<String> got = new ArrayList<>(evaluate(session, facts.get(i)));
            Collections.sort(got);
            if (!got.equals(expected.get(i))) wrong++;
        }
        rate(session, facts, 10); // lets Java compile what runs often
        System.out.printf(Locale.ROOT,
            "{\"load_ms\": %.2f, \"wrong\": %d, \"best\": %.0f, \"version\": \"Java %s\"}%n",
            loadMs, wrong, rate(session, facts, seconds), System.getProperty("java.version"));
        System.exit(0);
    }
}

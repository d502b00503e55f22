package dev.touchstone.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.*;
import ai.djl.training.GradientCollector;
import dev.touchstone.training.model.*;
import dev.touchstone.training.optimizer.*;
import java.util.*;

class Bench {
    public static void main(String[] a) {
        int threads = Integer.parseInt(a[0]),
                B = Integer.parseInt(a[1]),
                T = Integer.parseInt(a[2]),
                steps = Integer.parseInt(a[3]);
        ModelShape s = ModelShape.builtIn(4096);
        Random r = new Random(1);
        int N = B * T;
        int[] tok = new int[N], pos = new int[N];
        float[] mask = new float[N * T];
        for (int i = 0; i < N; i++) {
            tok[i] = r.nextInt(4096);
            pos[i] = i % 64;
        }
        for (int b = 0; b < B; b++)
            for (int i = 0; i < T; i++)
                for (int j = 0; j < T; j++)
                    mask[(b * T + i) * T + j] = (j <= i && j / 64 == i / 64) ? 0 : Float.NEGATIVE_INFINITY;
        int S = N / 4;
        int[] sc = new int[S], tg = new int[S];
        String[] parts = new String[S];
        float[] w = new float[S];
        for (int i = 0; i < S; i++) {
            sc[i] = i * 4;
            tg[i] = tok[i * 4 + 1 < N ? i * 4 + 1 : 0];
            w[i] = 1;
        }
        Batch batch = new Batch(B, T, tok, pos, mask, sc, tg, w, parts);
        try (NDManager m = Torch.newManager(threads)) {
            Engine e = Torch.start(threads);
            Parameters p = Parameters.of(Weights.initial(s, Initialisation.plain(1)), m);
            LlamaGraph g = new LlamaGraph(p, m);
            Map<Group, Muon> mu = new EnumMap<>(Group.class);
            Map<Group, AdamW> ad = new EnumMap<>(Group.class);
            for (Group x : Group.values()) {
                NDArray q = p.of(x);
                if (x.matricesPerLayer() > 0) {
                    float[] sca = new float[(int) q.getShape().get(0)];
                    Arrays.fill(sca, 1);
                    mu.put(x, new Muon(q, m.zeros(q.getShape()), sca, .95));
                } else ad.put(x, new AdamW(q, m.zeros(q.getShape()), m.zeros(q.getShape())));
            }
            long[] t = new long[5];
            for (int i = 0; i < steps; i++) {
                if (i == steps / 3) {
                    Arrays.fill(t, 0);
                }
                try (NDManager st = m.newSubManager()) {
                    for (Group x : Group.values()) p.of(x).setRequiresGradient(true);
                    long t0 = System.nanoTime(), t1, t2;
                    float loss;
                    try (GradientCollector gc = e.newGradientCollector()) {
                        NDArray l = g.losses(g.logits(batch, st), batch, st).mean();
                        t1 = System.nanoTime();
                        gc.backward(l);
                        loss = l.getFloat();
                        t2 = System.nanoTime();
                    }
                    mu.values().forEach(x -> x.step(.02, 0, st));
                    long t3 = System.nanoTime();
                    int k = i + 1;
                    ad.values().forEach(x -> x.step(.003, 0, k, st));
                    long t4 = System.nanoTime();
                    t[0] += t1 - t0;
                    t[1] += t2 - t1;
                    t[2] += t3 - t2;
                    t[3] += t4 - t3;
                    if (i % 10 == 0)
                        System.out.println(i + " " + loss + " managed "
                                + m.getManagedArrays().size());
                }
            }
            int n = steps - steps / 3;
            double tot = 0;
            for (int i = 0; i < 4; i++) tot += t[i];
            System.out.printf(
                    "forward %.1f backward %.1f muon %.1f adam %.1f ms; tokens/s %.0f%n",
                    t[0] / 1e6 / n, t[1] / 1e6 / n, t[2] / 1e6 / n, t[3] / 1e6 / n, N * n / (tot / 1e9));
        }
    }
}

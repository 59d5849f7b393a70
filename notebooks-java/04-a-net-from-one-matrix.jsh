// %% [markdown]
// # What does a neural net do, one matrix at a time?
// A layer is a matrix `W`, a row of biases `b` and a function that squashes: `Y = σ(X W + b)`. Two of them learn
// "exclusive or", which one cannot. We go forward, then backward by the chain rule, and then we do not believe
// ourselves: we nudge every weight and look whether the cost moves as the gradient says.
// The wrong first guess: a net is a program that somebody has written rules into. It is four matrices.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.nn.Matrix;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
// %% [markdown]
// Four rows in, four answers wanted, and weights by the dice.
// %%
Matrix x = new Matrix(4, 2, new float[] {0, 0,  0, 1,  1, 0,  1, 1});
Matrix y = new Matrix(4, 1, new float[] {0, 1, 1, 0});
SplittableRandom dice = new SplittableRandom(4);
Matrix thrown(int rows, int columns) {
    Matrix m = new Matrix(rows, columns);
    for (int i = 0; i < m.values().length; i++) m.values()[i] = (float) dice.nextDouble(-1, 1);
    return m;
}
Matrix w1 = thrown(2, 4), b1 = thrown(1, 4), w2 = thrown(4, 1), b2 = thrown(1, 1);
// %% [markdown]
// Forward: each layer is one product. The cost is `C = ½ Σ (a − y)² / 4`.
// %%
double sigmoid(double z) { return 1 / (1 + StrictMath.exp(-z)); }
Matrix hidden() { return x.times(w1).plusRow(b1).map(z -> sigmoid(z)); }
Matrix answer() { return hidden().times(w2).plusRow(b2).map(z -> sigmoid(z)); }
double cost() {
    double sum = 0;
    for (float e : answer().plus(-1, y).values()) sum += 0.5 * e * e / 4;
    return sum;
}
System.out.printf(Locale.ROOT, "cost before learning %.4f%n", cost());
// %% [markdown]
// Backward: `D` is what the cost feels of a nudge to `X W + b`. At the end `D₂ = (a − y) ∘ a(1 − a)`; one layer down
// `D₁ = D₂ W₂ᵀ ∘ h(1 − h)`: the same matrix, turned. The gradient of a matrix is its input, turned, times its `D`.
// %%
Matrix slope(Matrix out) { return out.map(a -> a * (1 - a)); }
Matrix d2() { return answer().plus(-1, y).hadamard(slope(answer())); }
Matrix d1() { return d2().times(w2.transposed()).hadamard(slope(hidden())); }
Matrix mean(Matrix m) { return m.map(v -> v / 4); }
Matrix gradient2() { return mean(hidden().transposed().times(d2())); }
Matrix gradient1() { return mean(x.transposed().times(d1())); }
// %% [markdown]
// The check: nudge one weight both ways, `(C(w + ε) − C(w − ε)) / 2ε`.
// %%
double nudged(Matrix w, int i) {
    float before = w.values()[i], e = 0.01f;
    w.values()[i] = before + e; double up = cost();
    w.values()[i] = before - e; double down = cost();
    w.values()[i] = before;
    return (up - down) / (2 * e);
}
double worst = 0;
Matrix g1 = gradient1(), g2 = gradient2();
for (int i = 0; i < w1.values().length; i++) worst = Math.max(worst, Math.abs(g1.values()[i] - nudged(w1, i)));
for (int i = 0; i < w2.values().length; i++) worst = Math.max(worst, Math.abs(g2.values()[i] - nudged(w2, i)));
System.out.printf(Locale.ROOT, "first gradient %.5f, by nudging %.5f%n", g1.values()[0], nudged(w1, 0));
System.out.println("all of them agree within 0.00001: " + (worst < 1e-5));
// %% [markdown]
// Learning: go down the slope, four thousand times.
// %%
for (int step = 0; step < 4000; step++) {
    Matrix up1 = d1(), up2 = d2(), down1 = gradient1(), down2 = gradient2();
    w1 = w1.plus(-5, down1); b1 = b1.plus(-5, mean(up1.rowSum()));
    w2 = w2.plus(-5, down2); b2 = b2.plus(-5, mean(up2.rowSum()));
}
System.out.printf(Locale.ROOT, "cost after learning %.4f%n", cost());
for (int row = 0; row < 4; row++)
    System.out.printf(Locale.ROOT, "%.0f xor %.0f = %.2f%n", x.get(row, 0), x.get(row, 1), answer().get(row, 0));
// %%
Gallery.show("learning-curve");
// %% [markdown]
// Now try: one hidden neuron instead of four: `w1 = thrown(2, 1), b1 = thrown(1, 1), w2 = thrown(1, 1), b2 = thrown(1, 1)`. Which row stays wrong, and why?

package clock2cloud.nn;

import java.util.function.DoubleUnaryOperator;

/**
 * A matrix of floats in one flat array, row after row: the readable reference that the panels are compared with. Methods
 * give new matrices; nothing is fast.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final float[] values;

    /** Zeros, {@code rows × columns}. */
    public Matrix(int rows, int columns) {
        this(rows, columns, new float[rows * columns]);
    }

    /** Over the given values, {@code rows × columns}, not copied. */
    public Matrix(int rows, int columns, float[] values) {
        if (rows * columns != values.length) {
            throw new IllegalArgumentException(
                    rows + " × " + columns + " takes " + rows * columns + " values, not " + values.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public float get(int row, int column) {
        return values[row * columns + column];
    }

    public void set(int row, int column, float value) {
        values[row * columns + column] = value;
    }

    /** The live array. */
    public float[] values() {
        return values;
    }

    /** {@code (m×k)(k×n) = m×n}. */
    public Matrix times(Matrix other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException("a product of " + this + " and " + other + ": inner sizes differ");
        }
        Matrix product = new Matrix(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < other.columns; j++) {
                float sum = 0f;
                for (int k = 0; k < columns; k++) {
                    sum = Math.fma(get(i, k), other.get(k, j), sum);
                }
                product.set(i, j, sum);
            }
        }
        return product;
    }

    /** {@code (m×n)ᵀ = n×m}. */
    public Matrix transposed() {
        Matrix turned = new Matrix(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned.set(j, i, get(i, j));
            }
        }
        return turned;
    }

    /** {@code this + scale · other}, both {@code m×n}. */
    public Matrix plus(float scale, Matrix other) {
        Matrix sum = new Matrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            sum.values[i] = Math.fma(scale, other.values[i], values[i]);
        }
        return sum;
    }

    /** Element by element, both {@code m×n}. */
    public Matrix hadamard(Matrix other) {
        Matrix product = new Matrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            product.values[i] = values[i] * other.values[i];
        }
        return product;
    }

    public Matrix map(DoubleUnaryOperator f) {
        Matrix mapped = new Matrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            mapped.values[i] = (float) f.applyAsDouble(values[i]);
        }
        return mapped;
    }

    /** {@code row (1×n)} added to every row. */
    public Matrix plusRow(Matrix row) {
        Matrix sum = new Matrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sum.set(i, j, get(i, j) + row.get(0, j));
            }
        }
        return sum;
    }

    /** The sum of all rows, {@code 1×n}. */
    public Matrix rowSum() {
        Matrix sum = new Matrix(1, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sum.set(0, j, sum.get(0, j) + get(i, j));
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return rows + "×" + columns;
    }
}

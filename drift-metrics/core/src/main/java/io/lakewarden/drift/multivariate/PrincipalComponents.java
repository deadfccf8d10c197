package io.lakewarden.drift.multivariate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The main directions of a table of numbers: its columns standardised, missing numbers taken for the mean, as many directions as hold a share of the
 * variance. What they leave out of a row, in standard deviations, is its reconstruction error: large where columns go together in
 * another way than they did here.
 */
final class PrincipalComponents {
    /** As in NannyML's detector. */
    private static final double SHARE_OF_VARIANCE = 0.65;

    private final int[] columns;
    private final double[] means;
    private final double[] deviations;
    private final double[][] directions;

    private PrincipalComponents(int[] columns, double[] means, double[] deviations, double[][] directions) {
        this.columns = columns;
        this.means = means;
        this.deviations = deviations;
        this.directions = directions;
    }

    /**
     * What {@link #writeTo} wrote.
     *
     * @param width how many columns the table has
     * @throws IOException if the bytes are none of that
     */
    static PrincipalComponents read(DataInputStream in, int width) throws IOException {
        int[] columns = new int[size(in, width)];
        for (int place = 0; place < columns.length; place++) {
            columns[place] = in.readInt();
            if (columns[place] < 0 || columns[place] >= width) {
                throw new IOException("a column " + columns[place] + " of " + width);
            }
        }
        double[] means = numbers(in, width);
        double[] deviations = numbers(in, width);
        double[][] directions = new double[size(in, columns.length)][];
        for (int direction = 0; direction < directions.length; direction++) {
            directions[direction] = numbers(in, columns.length);
        }
        return new PrincipalComponents(columns, means, deviations, directions);
    }

    private static int size(DataInputStream in, int most) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > most) {
            throw new IOException("a list of " + size + " where " + most + " are most");
        }
        return size;
    }

    private static double[] numbers(DataInputStream in, int count) throws IOException {
        double[] numbers = new double[count];
        for (int place = 0; place < count; place++) {
            numbers[place] = in.readDouble();
        }
        return numbers;
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(columns.length);
        for (int column : columns) {
            out.writeInt(column);
        }
        write(means, out);
        write(deviations, out);
        out.writeInt(directions.length);
        for (double[] direction : directions) {
            write(direction, out);
        }
    }

    private static void write(double[] numbers, DataOutputStream out) throws IOException {
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    /** The directions of rows; empty where fewer than two columns vary. */
    static Optional<PrincipalComponents> of(double[][] table, int[] rows) {
        double[] means = new double[table.length];
        double[] deviations = new double[table.length];
        for (int column = 0; column < table.length; column++) {
            double[] numbers = numbers(table[column], rows);
            double mean = Arrays.stream(numbers).average().orElse(0);
            means[column] = mean;
            deviations[column] = Math.sqrt(Arrays.stream(numbers)
                    .map(number -> (number - mean) * (number - mean))
                    .average()
                    .orElse(0));
        }
        int[] varying = IntStream.range(0, table.length)
                .filter(column -> deviations[column] > 0 && Double.isFinite(deviations[column]))
                .toArray();
        if (varying.length < 2) {
            return Optional.empty();
        }
        PrincipalComponents standardised = new PrincipalComponents(varying, means, deviations, new double[0][]);
        EigenDecomposition eigen =
                new EigenDecomposition(new Array2DRowRealMatrix(standardised.covariances(table, rows), false));
        double[] variances = eigen.getRealEigenvalues();
        int[] largestFirst = IntStream.range(0, variances.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(place -> variances[place])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double all = Arrays.stream(variances).sum();
        double held = 0;
        int count = 0;
        while (count < variances.length && held < SHARE_OF_VARIANCE * all) {
            held += variances[largestFirst[count++]];
        }
        double[][] directions = IntStream.range(0, count)
                .mapToObj(place -> eigen.getEigenvector(largestFirst[place]).toArray())
                .toArray(double[][]::new);
        return Optional.of(new PrincipalComponents(varying, means, deviations, directions));
    }

    private static double[] numbers(double[] column, int[] rows) {
        return IntStream.of(rows)
                .mapToDouble(row -> column[row])
                .filter(Double::isFinite)
                .toArray();
    }

    private double[][] covariances(double[][] table, int[] rows) {
        double[][] covariances = new double[columns.length][columns.length];
        for (int row : rows) {
            double[] standard = standard(table, row);
            for (int i = 0; i < columns.length; i++) {
                for (int j = 0; j <= i; j++) {
                    covariances[i][j] += standard[i] * standard[j] / rows.length;
                }
            }
        }
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < i; j++) {
                covariances[j][i] = covariances[i][j];
            }
        }
        return covariances;
    }

    private double[] standard(double[][] table, int row) {
        double[] standard = new double[columns.length];
        for (int place = 0; place < columns.length; place++) {
            int column = columns[place];
            double number = table[column][row];
            standard[place] = Double.isFinite(number) ? (number - means[column]) / deviations[column] : 0;
        }
        return standard;
    }

    int directions() {
        return directions.length;
    }

    int columns() {
        return columns.length;
    }

    /** The length of what the directions leave out of a row, in standard deviations of the columns. */
    double error(double[][] table, int row) {
        double[] left = standard(table, row);
        for (double[] direction : directions) {
            double along = 0;
            for (int place = 0; place < left.length; place++) {
                along += direction[place] * left[place];
            }
            for (int place = 0; place < left.length; place++) {
                left[place] -= along * direction[place];
            }
        }
        return Math.sqrt(Arrays.stream(left).map(part -> part * part).sum());
    }
}

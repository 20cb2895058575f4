//! The directions in which the rows of a sparse matrix differ most.

use nalgebra::{DMatrix, SymmetricEigen};

use crate::Generator;

/// Rows of what is known; everything else is 0.
#[derive(Clone, Debug)]
pub(crate) struct Sparse {
    columns: usize,
    starts: Vec<usize>,
    places: Vec<u32>,
    /// What stands there, by row.
    pub(crate) values: Vec<f64>,
}

/// A direction, of length 1, and how far the rows reach along it.
#[derive(Clone, Debug)]
pub(crate) struct Direction {
    /// The square of its singular value.
    pub(crate) spread: f64,
    /// Its right singular vector.
    pub(crate) axis: Vec<f64>,
}

impl Sparse {
    pub(crate) const fn new(columns: usize) -> Self {
        Self {
            columns,
            starts: Vec::new(),
            places: Vec::new(),
            values: Vec::new(),
        }
    }

    pub(crate) fn push_row(&mut self, row: impl IntoIterator<Item = (usize, f64)>) {
        self.starts.push(self.values.len());
        for (column, value) in row {
            self.places.push(column as u32);
            self.values.push(value);
        }
    }

    pub(crate) const fn columns(&self) -> usize {
        self.columns
    }

    pub(crate) const fn rows(&self) -> usize {
        self.starts.len()
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.starts[row]..self.starts.get(row + 1).copied().unwrap_or(self.values.len())
    }

    /// The columns of a row and the values there.
    pub(crate) fn row(&self, row: usize) -> (&[u32], &[f64]) {
        let range = self.range(row);
        (&self.places[range.clone()], &self.values[range])
    }

    pub(crate) fn row_mut(&mut self, row: usize) -> (&[u32], &mut [f64]) {
        let range = self.range(row);
        (&self.places[range.clone()], &mut self.values[range])
    }

    /// The sum of all squares.
    pub(crate) fn spread(&self) -> f64 {
        self.values.iter().map(|value| value * value).sum()
    }

    /// The matrix, transposed, times itself, times `vector`.
    fn squared_times(&self, vector: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; self.columns];
        for row in 0..self.rows() {
            let (places, values) = self.row(row);
            let along = self.along(row, vector);
            for (place, value) in places.iter().zip(values) {
                product[*place as usize] += value * along;
            }
        }
        product
    }

    /// How far a row reaches along `axis`.
    pub(crate) fn along(&self, row: usize, axis: &[f64]) -> f64 {
        let (places, values) = self.row(row);
        places
            .iter()
            .zip(values)
            .map(|(place, value)| value * axis[*place as usize])
            .sum()
    }

    /// The `wanted` directions of the largest spread, found in so many `steps`: exactly where there are
    /// no more columns than that, else very nearly so.
    ///
    /// Lanczos 1950, doi:10.6028/jres.045.026, with each vector made orthogonal to all before it; a
    /// dense decomposition would need the whole matrix of 10,000 by 10,000. Each axis points to where its
    /// largest part is positive.
    pub(crate) fn directions(&self, wanted: usize, steps: usize, generator: &mut Generator) -> Vec<Direction> {
        let mut basis: Vec<Vec<f64>> = Vec::new();
        let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
        let mut next: Vec<f64> = (0..self.columns).map(|_| generator.share() - 0.5).collect();
        let mut length = norm(&next);
        let enough = 1e-10 * self.spread().max(f64::MIN_POSITIVE);
        while basis.len() < steps.min(self.columns) && length > 0.0 {
            next.iter_mut().for_each(|part| *part /= length);
            let mut product = self.squared_times(&next);
            diagonal.push(dot(&next, &product));
            basis.push(next);
            // Twice, so that rounding leaves nothing.
            for vector in basis.iter().chain(&basis) {
                let along = dot(vector, &product);
                for (part, of) in product.iter_mut().zip(vector) {
                    *part -= along * of;
                }
            }
            length = norm(&product);
            next = product;
            if length <= enough {
                break;
            }
            beside.push(length);
        }
        let size = basis.len();
        if size == 0 {
            return Vec::new();
        }
        let small = DMatrix::from_fn(size, size, |row, column| match row.abs_diff(column) {
            0 => diagonal[row],
            1 => beside[row.min(column)],
            _ => 0.0,
        });
        let eigen = SymmetricEigen::new(small);
        let mut order: Vec<usize> = (0..size).collect();
        order.sort_by(|one, other| eigen.eigenvalues[*other].total_cmp(&eigen.eigenvalues[*one]));
        let direction = |place: usize| {
            let mut axis = vec![0.0; self.columns];
            for (vector, weight) in basis.iter().zip(eigen.eigenvectors.column(place).iter()) {
                for (part, of) in axis.iter_mut().zip(vector) {
                    *part += weight * of;
                }
            }
            let most = axis
                .iter()
                .copied()
                .max_by(|one, other| one.abs().total_cmp(&other.abs()));
            if most.is_some_and(f64::is_sign_negative) {
                axis.iter_mut().for_each(|part| *part = -*part);
            }
            Direction {
                spread: eigen.eigenvalues[place].max(0.0),
                axis,
            }
        };
        order.into_iter().take(wanted).map(direction).collect()
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

fn norm(vector: &[f64]) -> f64 {
    dot(vector, vector).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random(rows: usize, columns: usize, known: f64, generator: &mut Generator) -> Sparse {
        let mut matrix = Sparse::new(columns);
        for row in 0..rows {
            let tilt = if row % 3 == 0 { 0.4 } else { 0.0 };
            let cells: Vec<_> = (0..columns)
                .filter(|_| generator.share() < known)
                .collect::<Vec<_>>()
                .into_iter()
                .map(|column| (column, generator.share() - 0.5 + tilt))
                .collect();
            matrix.push_row(cells);
        }
        matrix
    }

    /// Against nalgebra's dense decomposition.
    #[test]
    fn it_finds_what_a_dense_decomposition_finds() {
        let mut generator = Generator::new(3);
        for (rows, columns, steps) in [(40, 12, 12), (9, 30, 30), (120, 90, 40)] {
            let matrix = random(rows, columns, 0.7, &mut generator);
            let mut dense = DMatrix::zeros(rows, columns);
            for row in 0..rows {
                let (places, values) = matrix.row(row);
                for (place, value) in places.iter().zip(values) {
                    dense[(row, *place as usize)] = *value;
                }
            }
            let exact = dense.svd(false, true);
            let axes = exact.v_t.expect("axes");
            let found = matrix.directions(2, steps, &mut generator);
            for (place, direction) in found.iter().enumerate() {
                let spread = exact.singular_values[place].powi(2);
                assert!((direction.spread - spread).abs() < 1e-6 * spread, "{rows} × {columns}");
                let along: f64 = axes
                    .row(place)
                    .iter()
                    .zip(&direction.axis)
                    .map(|(one, other)| one * other)
                    .sum();
                assert!(along.abs() > 1.0 - 1e-4, "{rows} × {columns}: {along}");
            }
        }
    }

    #[test]
    fn nothing_reaches_nowhere() {
        let mut matrix = Sparse::new(3);
        matrix.push_row([]);
        let found = matrix.directions(2, 10, &mut Generator::new(1));
        assert!(found.iter().all(|direction| direction.spread == 0.0));
        assert!(Sparse::new(0).directions(2, 10, &mut Generator::new(1)).is_empty());
    }
}

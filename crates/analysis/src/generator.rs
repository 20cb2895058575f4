/// Numbers that look random and are the same for the same seed on every machine: SplitMix64
/// (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
///
/// For shuffling and simulating; nothing secret may rest on it.
#[derive(Clone, Debug)]
pub struct Generator(u64);

impl Generator {
    /// Begins at `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not 0; the bias of a remainder is below 2^-40 for a million.
    pub const fn below(&mut self, bound: u64) -> u64 {
        self.bits() % bound
    }

    /// A number from 0 on and under 1, in steps of 2^-53.
    pub const fn share(&mut self) -> f64 {
        const STEPS: f64 = (1_u64 << 53) as f64;
        (self.bits() >> 11) as f64 / STEPS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first three outputs for seed 1234567, as in the test of Java's `SplittableRandom` ports
    /// (<https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64>).
    #[test]
    fn it_gives_the_published_numbers() {
        let mut generator = Generator::new(1_234_567);
        let first = [generator.bits(), generator.bits(), generator.bits()];
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn shares_fill_their_range() {
        let mut generator = Generator::new(1);
        let shares: Vec<f64> = (0..400_000).map(|_| generator.share()).collect();
        let mean = shares.iter().sum::<f64>() / 400_000.0;
        assert!(shares.iter().all(|share| (0.0..1.0).contains(share)));
        assert!((mean - 0.5).abs() < 0.002, "{mean}");
    }
}

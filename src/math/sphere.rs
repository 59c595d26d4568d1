//! Distances on a sphere.

/// The mean radius of the earth in kilometres: (2a + b)/3 of WGS 84, IUGG.
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Micrometres in a kilometre.
const MICROMETRES: f64 = 1.0e9;

/// The great-circle distance in kilometres between two places in degrees (latitude, longitude), by the haversine formula on a
/// sphere with the earth's mean radius. Rounded to a micrometre, far below what any coordinate says, so that machines whose
/// sines differ in the last digit agree.
pub fn great_circle_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (from.0.to_radians(), to.0.to_radians());
    let half = |x: f64, y: f64| ((y - x) / 2.0).sin().powi(2);
    let h = half(lat_a, lat_b) + lat_a.cos() * lat_b.cos() * half(from.1.to_radians(), to.1.to_radians());
    let h = h.clamp(0.0, 1.0);
    let km = 2.0 * EARTH_RADIUS_KM * h.sqrt().atan2((1.0 - h).sqrt());
    (km * MICROMETRES).round() / MICROMETRES
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_distances() {
        let quarter = EARTH_RADIUS_KM * std::f64::consts::FRAC_PI_2;
        let close = |a: f64, b: f64| (a - b).abs() < 1.0e-8;
        assert!(close(great_circle_km((0.0, 0.0), (0.0, 90.0)), quarter));
        assert!(close(great_circle_km((90.0, 12.0), (-90.0, -77.0)), 2.0 * quarter));
        assert!(close(great_circle_km((0.0, -90.0), (0.0, 90.0)), 2.0 * quarter));
        assert_eq!(great_circle_km((52.0, 180.0), (52.0, -180.0)), 0.0);
        // Amsterdam to Paris, some 430 km.
        assert!((great_circle_km((52.3676, 4.9041), (48.8566, 2.3522)) - 430.0).abs() < 1.0);
    }

    proptest! {
        #[test]
        fn a_distance_is_a_metric(a in (-90.0..=90.0_f64, -180.0..=180.0_f64), b in (-90.0..=90.0_f64, -180.0..=180.0_f64)) {
            prop_assert_eq!(great_circle_km(a, a), 0.0);
            prop_assert_eq!(great_circle_km(a, b).to_bits(), great_circle_km(b, a).to_bits());
            prop_assert!((0.0..=20_015.2).contains(&great_circle_km(a, b)));
        }
    }
}

-- The signs of 64 values of a vector from the given place on (1 is the first), the first of them in
-- the highest bit. The angle between two vectors grows with the bits in which their signs differ.
CREATE MACRO sign_bits(vector, place) AS
    list_reduce(
        list_transform(vector[place:place + 63]::FLOAT[], lambda value: (value > 0)::UBIGINT),
        lambda bits, sign: bits * 2 + sign
    );

-- Which of these values are large, in a unit vector of so many values. The threshold splits normally
-- distributed values so that two bits, sign and size, tell most about them: Lloyd's quantiser (Max 1960,
-- "Quantizing for minimum distortion") with 0.453 and 1.51 as the two sizes.
CREATE MACRO size_bits(vector, place, dimensions) AS
    list_reduce(
        list_transform(
            vector[place:place + 63]::FLOAT[],
            lambda value: (abs(value) > 0.98 / sqrt(dimensions))::UBIGINT
        ),
        lambda bits, size: bits * 2 + size
    );

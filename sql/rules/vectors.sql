-- The signs of 64 values of a vector from the given place on (1 is the first), the first of them in
-- the highest bit. The angle between two vectors grows with the bits in which their signs differ.
CREATE MACRO sign_bits(vector, place) AS
    list_reduce(
        list_transform(vector[place:place + 63]::FLOAT[], lambda value: (value > 0)::UBIGINT),
        lambda bits, sign: bits * 2 + sign
    );

INSERT INTO researcher VALUES (1, 'Jane', 'Doe');
INSERT INTO project VALUES
    (1, 'PA', '2018-01-02 09:30', NULL, 1), (2, 'PB', '2018-01-03', '2018-06-30', NULL), (3, 'PC', '2018-01-04', NULL, 1);
INSERT INTO entity_udf_view VALUES
    (1, 83, 'u', 'Number of Quoted Samples', 'Numeric', '2', NULL), (1, 83, 'u', 'Quote No.', 'String', 'Q1', NULL),
    (2, 83, 'u', 'Number of Quoted Samples', 'Numeric', '1', NULL), (3, 83, 'u', 'Quote No.', 'String', 'Q3', NULL),
    (1, 27, 'u', 'Number of Quoted Samples', 'Numeric', '99', NULL);
INSERT INTO processtype VALUES
    (1, 'Receive Sample EG 6.1'), (2, 'QuantStudio Data Import EG 2.0'), (3, 'Sequencing Plate Preparation EG 2.0'),
    (4, 'Create CFP Batch'), (5, 'Lab Tour'), (6, 'Read and Eval SSQC'), (7, 'Create PDP Pool'),
    (8, 'Remove From Processing EG 1.0 ST'), (9, 'Finance - Invoice Processed'), (10, 'Amp PCR'),
    (11, 'Data Release EG 2.0 ST'), (12, 'Finish Processing EG 1.0 ST'), (13, 'Eval qPCR Quant');
INSERT INTO labprotocol VALUES (1, 'One'), (2, 'Two');
INSERT INTO labworkflow VALUES (1, 'Workflow');
INSERT INTO workflowsection VALUES (1, 1, 1), (2, 1, 2);
INSERT INTO protocolstep VALUES (751, 7, 1), (752, 3, 1), (753, 4, 1), (760, 5, 2), (761, 13, 2);
INSERT INTO stage VALUES (1, 1, 751), (2, 1, 752), (3, 1, 753), (4, 2, NULL);
INSERT INTO process VALUES (1), (2), (3), (4), (5), (6);
INSERT INTO process VALUES
    (201, '24-201', NULL, '2018-01-10 09:00', NULL, 1, 'COMPLETE', NULL),
    (206, '24-206', NULL, '2018-01-11 12:00', NULL, 2, 'COMPLETE', NULL),
    (202, '24-202', NULL, '2018-01-12 09:00', NULL, 3, 'COMPLETE', NULL),
    (203, '24-203', NULL, '2018-01-13 09:00:00.25', NULL, 4, 'COMPLETE', NULL),
    (205, '24-205', NULL, '2018-01-14 09:00', NULL, 5, 'COMPLETE', NULL),
    (204, '24-204', NULL, '2018-01-15 09:00', NULL, 6, 'COMPLETE', NULL),
    (240, '24-240', NULL, '2018-01-16 10:00', '2018-01-17 11:00', 7, 'RECORD_DETAILS', NULL),
    (211, '24-211', NULL, '2018-01-20', NULL, 8, 'COMPLETE', NULL),
    (210, '24-210', NULL, '2018-02-01', NULL, 9, 'COMPLETE', NULL),
    (220, '24-220', NULL, '2018-01-20', NULL, 10, 'COMPLETE', NULL),
    (230, '24-230', NULL, '2018-03-01 08:00', NULL, 11, 'COMPLETE', NULL),
    (231, '24-231', NULL, '2018-03-05 08:00', NULL, 12, 'COMPLETE', NULL),
    (232, '24-232', NULL, '2018-03-09', NULL, 9, 'COMPLETE', NULL);
INSERT INTO sample VALUES
    (1, 1, 'PA001:A01', '2018-01-05 10:00', 1), (2, 2, 'PA002', '2018-01-05 10:00', 1), (3, 3, 'PA003', '2018-01-06', 1),
    (4, 4, 'PA004', NULL, 1), (5, 5, 'PB001', '2018-01-05', 2), (6, 6, 'PC001', '2018-01-05', 3);
INSERT INTO sample_udf_view VALUES
    (1, 'u', 'Species', 'String', 'Homo sapiens', NULL), (1, 'u', 'Coverage (X)', 'Numeric', '30', NULL),
    (1, 'u', 'Prep Workflow', 'String', 'TruSeq Nano DNA Sample Prep', NULL),
    (1, 'u', 'Required Yield (Gb)', 'Numeric', NULL, NULL),
    (2, 'u', 'Species', 'String', 'Gallus gallus', NULL), (2, 'u', 'Required Yield (Gb)', 'Numeric', '120', NULL),
    (2, 'u', 'Volume', 'Numeric', '5', NULL), (3, 'u', 'Volume', 'Numeric', '7', NULL),
    (5, 'u', 'Species', 'String', 'Homo sapiens', NULL);
INSERT INTO artifact VALUES
    (1, NULL, '2-1', true), (2, NULL, '2-2', true), (3, NULL, '2-3', true), (4, NULL, '2-4', true), (5, NULL, '2-5', true),
    (6, NULL, '2-6', true), (11, NULL, '2-11', false);
INSERT INTO artifact_sample_map VALUES (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (11, 1);
INSERT INTO container VALUES (1, 'PLATE1'), (2, 'PLATE2'), (3, 'PLATE3');
INSERT INTO containerplacement VALUES (1, 1, 0, 0, 1), (2, 1, 0, 1, 2), (3, 1, 0, 2, 3), (5, 2, 0, 0, 5), (6, 3, 0, 0, 6);
INSERT INTO processiotracker VALUES
    (1, 1, 201), (2, 2, 201), (3, 1, 206), (4, 1, 202), (5, 11, 203), (6, 11, 205), (7, 11, 204), (8, 11, 240), (9, 2, 211),
    (10, 2, 210), (11, 3, 220), (12, 5, 230), (13, 5, 231), (14, 5, 232);
INSERT INTO stagetransition VALUES
    (1, 1, 11, 1, '2018-01-15 18:00', NULL), (2, 4, 11, 1, '2018-01-15 19:00', NULL), (3, 2, 1, -5, '2018-01-11', 202);

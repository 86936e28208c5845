import { configure } from '@testing-library/react'

// A busy machine loads a page's code slowly the first time.
configure({ asyncUtilTimeout: 15_000 })
